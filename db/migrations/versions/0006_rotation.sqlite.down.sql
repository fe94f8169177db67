ALTER TABLE jobs DROP COLUMN good

DROP INDEX ix_shifts_peer_coach

ALTER TABLE shifts DROP COLUMN peer_coach

ALTER TABLE shifts DROP COLUMN wanted

DROP TABLE shift_coaches

DROP TABLE published_places

DROP TABLE publications

DROP TABLE rota_terms

DROP TABLE pins

DROP TABLE staff_away

DROP TABLE working_hours

DROP TABLE staff_rosters

DROP TABLE familiar_coaches

DROP TABLE wished_company

DROP TABLE unwished_days

DROP TABLE wished_days

DROP TABLE jobs_to_try

DROP TABLE unwished_jobs

DROP TABLE wished_jobs

DROP TABLE rota_wishes
