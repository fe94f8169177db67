CREATE TABLE pay_settings (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    first DATE NOT NULL,
    sunday BIGINT NOT NULL,
    holiday BIGINT NOT NULL,
    mixed_day VARCHAR(40) NOT NULL,
    net_pay VARCHAR(40) NOT NULL,
    earned_in VARCHAR(40) NOT NULL,
    large_employer BOOLEAN NOT NULL,
    employer_pension BIGINT NOT NULL,
    other_employer BIGINT NOT NULL,
    salary_payment BOOLEAN NOT NULL,
    per_kilometre BIGINT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_pay_settings PRIMARY KEY (made),
    CONSTRAINT uq_pay_settings_unit_first UNIQUE (unit, first),
    CONSTRAINT uq_pay_settings_id UNIQUE (id),
    CONSTRAINT fk_pay_settings_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_pay_settings_mixed_day CHECK (mixed_day IN ('wage_alone', 'each_its_own')),
    CONSTRAINT ck_pay_settings_net_pay CHECK (net_pay IN ('ours', 'payroll')),
    CONSTRAINT ck_pay_settings_earned_in CHECK (earned_in IN ('payment', 'work')),
    CONSTRAINT ck_pay_settings_large_employer CHECK (large_employer IN (0, 1)),
    CONSTRAINT ck_pay_settings_salary_payment CHECK (salary_payment IN (0, 1))
)

CREATE TABLE fee_terms (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    client BLOB NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    amount BIGINT NOT NULL,
    per_hour BOOLEAN NOT NULL,
    text TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_fee_terms PRIMARY KEY (made),
    CONSTRAINT ck_fee_terms_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_fee_terms_id UNIQUE (id),
    CONSTRAINT fk_fee_terms_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT ck_fee_terms_per_hour CHECK (per_hour IN (0, 1))
)

CREATE INDEX ix_fee_terms_client ON fee_terms (client)

CREATE TABLE outside_earnings (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    client BLOB NOT NULL,
    month TEXT NOT NULL,
    amount BIGINT NOT NULL,
    source TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_outside_earnings PRIMARY KEY (made),
    CONSTRAINT uq_outside_earnings_client_month_source UNIQUE (client, month, source),
    CONSTRAINT uq_outside_earnings_id UNIQUE (id),
    CONSTRAINT fk_outside_earnings_client FOREIGN KEY(client) REFERENCES clients (id)
)

CREATE TABLE pay_codes (
    settings BLOB NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR(40) NOT NULL,
    code TEXT NOT NULL,
    CONSTRAINT pk_pay_codes PRIMARY KEY (settings, position),
    CONSTRAINT fk_pay_codes_settings FOREIGN KEY(settings) REFERENCES pay_settings (id) ON DELETE CASCADE,
    CONSTRAINT ck_pay_codes_kind CHECK (kind IN ('hours', 'pieces', 'pot', 'floor', 'sunday', 'holiday', 'sick_pay', 'paid_absence', 'other_wage', 'overtime_increment', 'holiday_compensation', 'fee', 'bus_ticket', 'kilometres', 'difference'))
)

CREATE TABLE pay_items (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    client BLOB NOT NULL,
    month TEXT NOT NULL,
    day DATE NOT NULL,
    kind VARCHAR(40) NOT NULL,
    text TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    quantity BIGINT NOT NULL,
    rate BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_pay_items PRIMARY KEY (made),
    CONSTRAINT uq_pay_items_id UNIQUE (id),
    CONSTRAINT fk_pay_items_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_pay_items_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT ck_pay_items_kind CHECK (kind IN ('hours', 'pieces', 'pot', 'floor', 'sunday', 'holiday', 'sick_pay', 'paid_absence', 'other_wage', 'overtime_increment', 'holiday_compensation', 'fee', 'bus_ticket', 'kilometres', 'difference')),
    CONSTRAINT fk_pay_items_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_pay_items_client_month ON pay_items (client, month)

CREATE INDEX ix_pay_items_month ON pay_items (month)

CREATE TABLE pensions (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    client BLOB NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    kind VARCHAR(40) NOT NULL,
    prior_earnings BIGINT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_pensions PRIMARY KEY (made),
    CONSTRAINT ck_pensions_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_pensions_id UNIQUE (id),
    CONSTRAINT fk_pensions_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT ck_pensions_kind CHECK (kind IN ('kela', 'full_work', 'partial_work'))
)

CREATE INDEX ix_pensions_client ON pensions (client)

CREATE TABLE subsidy_facts (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    client BLOB NOT NULL,
    checked_on DATE NOT NULL,
    jobseeker BOOLEAN,
    without_qualification BOOLEAN,
    integration_plan BOOLEAN,
    lacks_skills BOOLEAN,
    reduced_capacity BOOLEAN,
    long_unemployment_likely BOOLEAN,
    adjustments_made BOOLEAN,
    lasting_reduction BOOLEAN,
    apprenticeship BOOLEAN,
    plan_states_subsidy BOOLEAN,
    collective_agreement BOOLEAN,
    had_subsidy BOOLEAN,
    redundancies BOOLEAN,
    distorts_competition BOOLEAN,
    unpaid_dues BOOLEAN,
    convictions BOOLEAN,
    other_aid BOOLEAN,
    unemployed_of_14 INTEGER,
    unemployed_of_28 INTEGER,
    unemployed_in_a_row INTEGER,
    months_without_work INTEGER,
    certificate DATE,
    earlier_subsidy_end DATE,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_subsidy_facts PRIMARY KEY (made),
    CONSTRAINT uq_subsidy_facts_client UNIQUE (client),
    CONSTRAINT uq_subsidy_facts_id UNIQUE (id),
    CONSTRAINT fk_subsidy_facts_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT ck_subsidy_facts_jobseeker CHECK (jobseeker IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_without_qualification CHECK (without_qualification IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_integration_plan CHECK (integration_plan IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_lacks_skills CHECK (lacks_skills IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_reduced_capacity CHECK (reduced_capacity IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_long_unemployment_likely CHECK (long_unemployment_likely IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_adjustments_made CHECK (adjustments_made IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_lasting_reduction CHECK (lasting_reduction IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_apprenticeship CHECK (apprenticeship IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_plan_states_subsidy CHECK (plan_states_subsidy IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_collective_agreement CHECK (collective_agreement IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_had_subsidy CHECK (had_subsidy IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_redundancies CHECK (redundancies IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_distorts_competition CHECK (distorts_competition IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_unpaid_dues CHECK (unpaid_dues IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_convictions CHECK (convictions IN (0, 1)),
    CONSTRAINT ck_subsidy_facts_other_aid CHECK (other_aid IN (0, 1))
)

CREATE TABLE tax_cards (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    client BLOB NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    base BIGINT NOT NULL,
    additional BIGINT NOT NULL,
    "limit" BIGINT NOT NULL,
    received_on DATE,
    version INTEGER NOT NULL,
    CONSTRAINT pk_tax_cards PRIMARY KEY (made),
    CONSTRAINT ck_tax_cards_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT ck_tax_cards_percentages_not_negative CHECK (base >= 0 AND additional >= 0),
    CONSTRAINT uq_tax_cards_id UNIQUE (id),
    CONSTRAINT fk_tax_cards_client FOREIGN KEY(client) REFERENCES clients (id)
)

CREATE INDEX ix_tax_cards_client ON tax_cards (client)

CREATE TABLE employments (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    client BLOB NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    job BLOB,
    holiday VARCHAR(40) NOT NULL,
    duties TEXT NOT NULL,
    place TEXT NOT NULL,
    fixed_term_reason TEXT NOT NULL,
    agreed_on DATE,
    version INTEGER NOT NULL,
    CONSTRAINT pk_employments PRIMARY KEY (made),
    CONSTRAINT ck_employments_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_employments_id UNIQUE (id),
    CONSTRAINT fk_employments_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_employments_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT fk_employments_job FOREIGN KEY(job) REFERENCES jobs (id),
    CONSTRAINT ck_employments_holiday CHECK (holiday IN ('with_each_payment', 'at_end'))
)

CREATE INDEX ix_employments_client ON employments (client)

CREATE TABLE hand_overs (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    pay_run BLOB NOT NULL,
    kind VARCHAR(40) NOT NULL,
    reference TEXT NOT NULL,
    count INTEGER NOT NULL,
    total BIGINT NOT NULL,
    made_by BLOB NOT NULL,
    made_at DATETIME NOT NULL,
    ticked_by BLOB,
    ticked_at DATETIME,
    version INTEGER NOT NULL,
    CONSTRAINT pk_hand_overs PRIMARY KEY (made),
    CONSTRAINT uq_hand_overs_id UNIQUE (id),
    CONSTRAINT fk_hand_overs_pay_run FOREIGN KEY(pay_run) REFERENCES pay_runs (id),
    CONSTRAINT ck_hand_overs_kind CHECK (kind IN ('bank_file', 'incomes_register', 'payroll', 'ledger', 'subsidy_claim')),
    CONSTRAINT fk_hand_overs_made_by FOREIGN KEY(made_by) REFERENCES staff (id),
    CONSTRAINT fk_hand_overs_ticked_by FOREIGN KEY(ticked_by) REFERENCES staff (id)
)

CREATE INDEX ix_hand_overs_pay_run ON hand_overs (pay_run)

CREATE TABLE wage_pots (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    job BLOB NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    amount BIGINT NOT NULL,
    percent BIGINT NOT NULL,
    split VARCHAR(40) NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_wage_pots PRIMARY KEY (made),
    CONSTRAINT ck_wage_pots_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_wage_pots_id UNIQUE (id),
    CONSTRAINT fk_wage_pots_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_wage_pots_job FOREIGN KEY(job) REFERENCES jobs (id),
    CONSTRAINT ck_wage_pots_split CHECK (split IN ('minutes', 'pieces', 'agreed', 'equal'))
)

CREATE INDEX ix_wage_pots_job ON wage_pots (job)

CREATE TABLE employment_terms (
    employment BLOB NOT NULL,
    position INTEGER NOT NULL,
    first DATE NOT NULL,
    hourly BIGINT NOT NULL,
    capacity BIGINT NOT NULL,
    weekly_minutes INTEGER NOT NULL,
    pay_group TEXT NOT NULL,
    paid_by VARCHAR(40) NOT NULL,
    piece_rate BIGINT NOT NULL,
    CONSTRAINT pk_employment_terms PRIMARY KEY (employment, position),
    CONSTRAINT fk_employment_terms_employment FOREIGN KEY(employment) REFERENCES employments (id) ON DELETE CASCADE,
    CONSTRAINT ck_employment_terms_paid_by CHECK (paid_by IN ('hour', 'piece', 'pot'))
)

CREATE TABLE payout_wages (
    payout BLOB NOT NULL,
    position INTEGER NOT NULL,
    wages BIGINT NOT NULL,
    holiday_compensation BIGINT NOT NULL,
    fees BIGINT NOT NULL,
    expenses BIGINT NOT NULL,
    withholding BIGINT NOT NULL,
    pension BIGINT NOT NULL,
    unemployment BIGINT NOT NULL,
    employer_health BIGINT NOT NULL,
    employer_unemployment BIGINT NOT NULL,
    employer_pension BIGINT NOT NULL,
    employer_other BIGINT NOT NULL,
    card_used BIGINT NOT NULL,
    protected BIGINT NOT NULL,
    tax_card BLOB,
    CONSTRAINT pk_payout_wages PRIMARY KEY (payout, position),
    CONSTRAINT fk_payout_wages_payout FOREIGN KEY(payout) REFERENCES payouts (id) ON DELETE CASCADE,
    CONSTRAINT fk_payout_wages_tax_card FOREIGN KEY(tax_card) REFERENCES tax_cards (id)
)

CREATE TABLE reopenings (
    made INTEGER NOT NULL,
    payout BLOB NOT NULL,
    client BLOB NOT NULL,
    reason TEXT NOT NULL,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    CONSTRAINT pk_reopenings PRIMARY KEY (made),
    CONSTRAINT uq_reopenings_payout UNIQUE (payout),
    CONSTRAINT fk_reopenings_payout FOREIGN KEY(payout) REFERENCES payouts (id),
    CONSTRAINT fk_reopenings_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT fk_reopenings_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE TABLE subsidy_decisions (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    client BLOB NOT NULL,
    employment BLOB,
    ground VARCHAR(40) NOT NULL,
    percentage BIGINT NOT NULL,
    cap BIGINT NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    decided_on DATE NOT NULL,
    number TEXT NOT NULL,
    working_time BIGINT NOT NULL,
    extension_applied DATE,
    version INTEGER NOT NULL,
    CONSTRAINT pk_subsidy_decisions PRIMARY KEY (made),
    CONSTRAINT ck_subsidy_decisions_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_subsidy_decisions_id UNIQUE (id),
    CONSTRAINT fk_subsidy_decisions_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT fk_subsidy_decisions_employment FOREIGN KEY(employment) REFERENCES employments (id),
    CONSTRAINT ck_subsidy_decisions_ground CHECK (ground IN ('basic', 'long_unemployed', 'reduced_capacity', 'reduced_capacity_extension', 'full', 'over_60', 'aid_55', 'apprenticeship'))
)

CREATE INDEX ix_subsidy_decisions_client ON subsidy_decisions (client)

CREATE TABLE wage_pot_shares (
    pot BLOB NOT NULL,
    position INTEGER NOT NULL,
    client BLOB NOT NULL,
    share BIGINT NOT NULL,
    CONSTRAINT pk_wage_pot_shares PRIMARY KEY (pot, position),
    CONSTRAINT fk_wage_pot_shares_pot FOREIGN KEY(pot) REFERENCES wage_pots (id) ON DELETE CASCADE,
    CONSTRAINT fk_wage_pot_shares_client FOREIGN KEY(client) REFERENCES clients (id)
)

CREATE TABLE subsidy_claims (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    decision BLOB NOT NULL,
    month TEXT NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    eligible BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    earlier BIGINT NOT NULL,
    capped BOOLEAN NOT NULL,
    due DATE NOT NULL,
    made_on DATE NOT NULL,
    sent_on DATE,
    version INTEGER NOT NULL,
    CONSTRAINT pk_subsidy_claims PRIMARY KEY (made),
    CONSTRAINT ck_subsidy_claims_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_subsidy_claims_decision_month UNIQUE (decision, month),
    CONSTRAINT uq_subsidy_claims_id UNIQUE (id),
    CONSTRAINT fk_subsidy_claims_decision FOREIGN KEY(decision) REFERENCES subsidy_decisions (id),
    CONSTRAINT ck_subsidy_claims_capped CHECK (capped IN (0, 1))
)

CREATE TABLE subsidy_claim_lines (
    claim BLOB NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    amount BIGINT NOT NULL,
    counted BOOLEAN NOT NULL,
    payout BLOB,
    CONSTRAINT pk_subsidy_claim_lines PRIMARY KEY (claim, position),
    CONSTRAINT fk_subsidy_claim_lines_claim FOREIGN KEY(claim) REFERENCES subsidy_claims (id) ON DELETE CASCADE,
    CONSTRAINT ck_subsidy_claim_lines_counted CHECK (counted IN (0, 1)),
    CONSTRAINT fk_subsidy_claim_lines_payout FOREIGN KEY(payout) REFERENCES payouts (id)
)

CREATE TRIGGER reopenings_refuses_update BEFORE UPDATE ON reopenings
BEGIN SELECT RAISE(ABORT, 'append-only: reopenings'); END

CREATE TRIGGER reopenings_refuses_delete BEFORE DELETE ON reopenings
BEGIN SELECT RAISE(ABORT, 'append-only: reopenings'); END

CREATE TRIGGER payout_wages_refuses_update BEFORE UPDATE ON payout_wages
WHEN EXISTS (SELECT 1 FROM payouts WHERE payouts.id = OLD.payout AND payouts.approved)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_wages'); END

CREATE TRIGGER payout_wages_refuses_delete BEFORE DELETE ON payout_wages
WHEN EXISTS (SELECT 1 FROM payouts WHERE payouts.id = OLD.payout AND payouts.approved)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_wages'); END
