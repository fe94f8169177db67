ALTER TABLE subsidy_facts ADD COLUMN by_result_alone BOOLEAN CONSTRAINT ck_subsidy_facts_by_result_alone CHECK (by_result_alone IN (0, 1))

ALTER TABLE subsidy_facts ADD COLUMN in_market BOOLEAN CONSTRAINT ck_subsidy_facts_in_market CHECK (in_market IN (0, 1))

ALTER TABLE subsidy_facts ADD COLUMN weekly_minutes INTEGER

ALTER TABLE subsidy_facts ADD COLUMN full_weekly_minutes INTEGER

ALTER TABLE subsidy_facts ADD COLUMN start DATE
