ALTER TABLE subsidy_facts DROP COLUMN by_result_alone

ALTER TABLE subsidy_facts DROP COLUMN in_market

ALTER TABLE subsidy_facts DROP COLUMN weekly_minutes

ALTER TABLE subsidy_facts DROP COLUMN full_weekly_minutes

ALTER TABLE subsidy_facts DROP COLUMN start
