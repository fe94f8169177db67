ALTER TABLE subsidy_facts ADD COLUMN by_result_alone BOOLEAN

ALTER TABLE subsidy_facts ADD COLUMN in_market BOOLEAN

ALTER TABLE subsidy_facts ADD COLUMN weekly_minutes INTEGER

ALTER TABLE subsidy_facts ADD COLUMN full_weekly_minutes INTEGER

ALTER TABLE subsidy_facts ADD COLUMN start DATE
