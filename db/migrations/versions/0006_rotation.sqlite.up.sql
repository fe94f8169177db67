CREATE TABLE rota_wishes (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    client BLOB NOT NULL,
    wants_the_same BOOLEAN NOT NULL,
    monthly_days INTEGER,
    monthly_minutes INTEGER,
    weekly_pay BIGINT,
    monthly_pay BIGINT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_rota_wishes PRIMARY KEY (made),
    CONSTRAINT uq_rota_wishes_client UNIQUE (client),
    CONSTRAINT uq_rota_wishes_id UNIQUE (id),
    CONSTRAINT fk_rota_wishes_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_rota_wishes_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT ck_rota_wishes_wants_the_same CHECK (wants_the_same IN (0, 1))
)

CREATE INDEX ix_rota_wishes_unit ON rota_wishes (unit)

CREATE TABLE wished_jobs (
    wishes BLOB NOT NULL,
    position INTEGER NOT NULL,
    job BLOB NOT NULL,
    CONSTRAINT pk_wished_jobs PRIMARY KEY (wishes, position),
    CONSTRAINT fk_wished_jobs_wishes FOREIGN KEY(wishes) REFERENCES rota_wishes (id) ON DELETE CASCADE,
    CONSTRAINT fk_wished_jobs_job FOREIGN KEY(job) REFERENCES jobs (id)
)

CREATE INDEX ix_wished_jobs_job ON wished_jobs (job)

CREATE TABLE unwished_jobs (
    wishes BLOB NOT NULL,
    position INTEGER NOT NULL,
    job BLOB NOT NULL,
    CONSTRAINT pk_unwished_jobs PRIMARY KEY (wishes, position),
    CONSTRAINT fk_unwished_jobs_wishes FOREIGN KEY(wishes) REFERENCES rota_wishes (id) ON DELETE CASCADE,
    CONSTRAINT fk_unwished_jobs_job FOREIGN KEY(job) REFERENCES jobs (id)
)

CREATE INDEX ix_unwished_jobs_job ON unwished_jobs (job)

CREATE TABLE jobs_to_try (
    wishes BLOB NOT NULL,
    position INTEGER NOT NULL,
    job BLOB NOT NULL,
    CONSTRAINT pk_jobs_to_try PRIMARY KEY (wishes, position),
    CONSTRAINT fk_jobs_to_try_wishes FOREIGN KEY(wishes) REFERENCES rota_wishes (id) ON DELETE CASCADE,
    CONSTRAINT fk_jobs_to_try_job FOREIGN KEY(job) REFERENCES jobs (id)
)

CREATE INDEX ix_jobs_to_try_job ON jobs_to_try (job)

CREATE TABLE wished_days (
    wishes BLOB NOT NULL,
    position INTEGER NOT NULL,
    weekday SMALLINT NOT NULL,
    CONSTRAINT pk_wished_days PRIMARY KEY (wishes, position),
    CONSTRAINT fk_wished_days_wishes FOREIGN KEY(wishes) REFERENCES rota_wishes (id) ON DELETE CASCADE
)

CREATE TABLE unwished_days (
    wishes BLOB NOT NULL,
    position INTEGER NOT NULL,
    weekday SMALLINT NOT NULL,
    CONSTRAINT pk_unwished_days PRIMARY KEY (wishes, position),
    CONSTRAINT fk_unwished_days_wishes FOREIGN KEY(wishes) REFERENCES rota_wishes (id) ON DELETE CASCADE
)

CREATE TABLE wished_company (
    wishes BLOB NOT NULL,
    position INTEGER NOT NULL,
    other BLOB NOT NULL,
    CONSTRAINT pk_wished_company PRIMARY KEY (wishes, position),
    CONSTRAINT fk_wished_company_wishes FOREIGN KEY(wishes) REFERENCES rota_wishes (id) ON DELETE CASCADE,
    CONSTRAINT fk_wished_company_other FOREIGN KEY(other) REFERENCES clients (id)
)

CREATE INDEX ix_wished_company_other ON wished_company (other)

CREATE TABLE familiar_coaches (
    wishes BLOB NOT NULL,
    position INTEGER NOT NULL,
    staff BLOB NOT NULL,
    CONSTRAINT pk_familiar_coaches PRIMARY KEY (wishes, position),
    CONSTRAINT fk_familiar_coaches_wishes FOREIGN KEY(wishes) REFERENCES rota_wishes (id) ON DELETE CASCADE,
    CONSTRAINT fk_familiar_coaches_staff FOREIGN KEY(staff) REFERENCES staff (id)
)

CREATE INDEX ix_familiar_coaches_staff ON familiar_coaches (staff)

CREATE TABLE staff_rosters (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    staff BLOB NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_staff_rosters PRIMARY KEY (made),
    CONSTRAINT uq_staff_rosters_staff UNIQUE (staff),
    CONSTRAINT uq_staff_rosters_id UNIQUE (id),
    CONSTRAINT fk_staff_rosters_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_staff_rosters_staff FOREIGN KEY(staff) REFERENCES staff (id)
)

CREATE INDEX ix_staff_rosters_unit ON staff_rosters (unit)

CREATE TABLE working_hours (
    roster BLOB NOT NULL,
    position INTEGER NOT NULL,
    weekday SMALLINT NOT NULL,
    start SMALLINT NOT NULL,
    "end" SMALLINT NOT NULL,
    CONSTRAINT pk_working_hours PRIMARY KEY (roster, position),
    CONSTRAINT fk_working_hours_roster FOREIGN KEY(roster) REFERENCES staff_rosters (id) ON DELETE CASCADE
)

CREATE TABLE staff_away (
    roster BLOB NOT NULL,
    position INTEGER NOT NULL,
    first DATE NOT NULL,
    last DATE NOT NULL,
    CONSTRAINT pk_staff_away PRIMARY KEY (roster, position),
    CONSTRAINT ck_staff_away_last_not_before CHECK (last >= first),
    CONSTRAINT fk_staff_away_roster FOREIGN KEY(roster) REFERENCES staff_rosters (id) ON DELETE CASCADE
)

CREATE TABLE pins (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    shift BLOB NOT NULL,
    client BLOB NOT NULL,
    day DATE NOT NULL,
    kind VARCHAR(40) NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_pins PRIMARY KEY (made),
    CONSTRAINT uq_pins_shift_client UNIQUE (shift, client),
    CONSTRAINT uq_pins_id UNIQUE (id),
    CONSTRAINT fk_pins_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_pins_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT ck_pins_kind CHECK (kind IN ('locked', 'barred'))
)

CREATE INDEX ix_pins_client ON pins (client)

CREATE INDEX ix_pins_day ON pins (day)

CREATE INDEX ix_pins_unit ON pins (unit)

CREATE TABLE rota_terms (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    even SMALLINT NOT NULL,
    wishes SMALLINT NOT NULL,
    variety SMALLINT NOT NULL,
    familiar SMALLINT NOT NULL,
    learning SMALLINT NOT NULL,
    coach_needed BOOLEAN NOT NULL,
    least_rest_minutes INTEGER NOT NULL,
    memory_weeks INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_rota_terms PRIMARY KEY (made),
    CONSTRAINT uq_rota_terms_unit UNIQUE (unit),
    CONSTRAINT ck_rota_terms_memory_weeks_positive CHECK (memory_weeks > 0),
    CONSTRAINT uq_rota_terms_id UNIQUE (id),
    CONSTRAINT fk_rota_terms_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_rota_terms_coach_needed CHECK (coach_needed IN (0, 1))
)

CREATE TABLE publications (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    day DATE NOT NULL,
    last DATE NOT NULL,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    CONSTRAINT pk_publications PRIMARY KEY (made),
    CONSTRAINT ck_publications_last_not_before CHECK (last >= day),
    CONSTRAINT uq_publications_id UNIQUE (id),
    CONSTRAINT fk_publications_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_publications_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_publications_day ON publications (day)

CREATE INDEX ix_publications_unit ON publications (unit)

CREATE TRIGGER publications_refuses_update BEFORE UPDATE ON publications
BEGIN SELECT RAISE(ABORT, 'append-only: publications'); END

CREATE TRIGGER publications_refuses_delete BEFORE DELETE ON publications
BEGIN SELECT RAISE(ABORT, 'append-only: publications'); END

CREATE TABLE published_places (
    publication BLOB NOT NULL,
    position INTEGER NOT NULL,
    client BLOB NOT NULL,
    shift BLOB NOT NULL,
    job BLOB NOT NULL,
    day DATE NOT NULL,
    start SMALLINT NOT NULL,
    "end" SMALLINT NOT NULL,
    place TEXT NOT NULL,
    coach BLOB,
    CONSTRAINT pk_published_places PRIMARY KEY (publication, position),
    CONSTRAINT fk_published_places_publication FOREIGN KEY(publication) REFERENCES publications (id) ON DELETE CASCADE,
    CONSTRAINT fk_published_places_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT fk_published_places_job FOREIGN KEY(job) REFERENCES jobs (id),
    CONSTRAINT fk_published_places_coach FOREIGN KEY(coach) REFERENCES staff (id)
)

CREATE INDEX ix_published_places_client ON published_places (client)

CREATE TRIGGER published_places_refuses_update BEFORE UPDATE ON published_places
BEGIN SELECT RAISE(ABORT, 'append-only: published_places'); END

CREATE TRIGGER published_places_refuses_delete BEFORE DELETE ON published_places
BEGIN SELECT RAISE(ABORT, 'append-only: published_places'); END

CREATE TABLE shift_coaches (
    shift BLOB NOT NULL,
    position INTEGER NOT NULL,
    staff BLOB NOT NULL,
    CONSTRAINT pk_shift_coaches PRIMARY KEY (shift, position),
    CONSTRAINT fk_shift_coaches_shift FOREIGN KEY(shift) REFERENCES shifts (id) ON DELETE CASCADE,
    CONSTRAINT fk_shift_coaches_staff FOREIGN KEY(staff) REFERENCES staff (id)
)

CREATE INDEX ix_shift_coaches_staff ON shift_coaches (staff)

ALTER TABLE jobs ADD COLUMN good BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT ck_jobs_good CHECK (good IN (0, 1))

ALTER TABLE shifts ADD COLUMN wanted INTEGER

ALTER TABLE shifts ADD COLUMN peer_coach BLOB CONSTRAINT fk_shifts_peer_coach REFERENCES clients (id)

CREATE INDEX ix_shifts_peer_coach ON shifts (peer_coach)
