-- The edition's tables: the one place that says what they are.
-- Months are the first day of the month. A count that the publisher lists but that could not be read is NULL
-- (its reason is in rejected_row); a row that the publisher leaves out is absent here too. Neither is zero.

CREATE TABLE edition (
    edition_id      VARCHAR NOT NULL,  -- hash of the inputs and of the loader
    kind            VARCHAR NOT NULL CHECK (kind IN ('official', 'demonstration')),
    loader_version  VARCHAR NOT NULL   -- hash of the loader's code, mappings and this file
);

CREATE TABLE area (
    area_code    VARCHAR NOT NULL PRIMARY KEY,  -- GSS code; ours where there is none (bcu-…, other-…)
    area_name    VARCHAR NOT NULL,
    area_type    VARCHAR NOT NULL CHECK (area_type IN ('borough', 'bcu', 'ward', 'london', 'other')),
    parent_code  VARCHAR,                       -- of a ward, its borough
    generation   VARCHAR                        -- of a ward, the sets it is in: '2018', '2022', '2018 and 2022'
);

CREATE TABLE ward_boundary (
    area_code     VARCHAR NOT NULL PRIMARY KEY,
    area_name     VARCHAR NOT NULL,
    borough_code  VARCHAR NOT NULL,
    geojson       VARCHAR NOT NULL  -- geometry in WGS84 degrees to 5 decimals, simplified; neighbours share borders
);

CREATE TABLE borough_profile (
    area_code       VARCHAR NOT NULL,
    characteristic  VARCHAR NOT NULL,
    value           DOUBLE NOT NULL,
    unit            VARCHAR NOT NULL,
    year            SMALLINT NOT NULL,  -- to which the figure refers; of a financial year, the one in which it began
    source_id       INTEGER NOT NULL,
    PRIMARY KEY (area_code, characteristic, year)
);

CREATE TABLE population (
    area_code     VARCHAR NOT NULL,
    year          SMALLINT NOT NULL,
    ethnic_group  VARCHAR NOT NULL,  -- 'All' for the total
    persons       BIGINT NOT NULL,
    basis         VARCHAR NOT NULL,  -- mid-year estimate, census
    PRIMARY KEY (area_code, year, ethnic_group)
);

CREATE TABLE recorded_crime (
    area_code  VARCHAR NOT NULL,  -- boroughs and places that are not boroughs; London is their sum
    month      DATE NOT NULL,
    taxonomy   VARCHAR NOT NULL CHECK (taxonomy IN ('home_office', 'mps_2018')),  -- never summed together
    major      VARCHAR NOT NULL,
    minor      VARCHAR NOT NULL,
    offences   INTEGER             -- NULL: listed, but refused (see rejected_row)
);

CREATE TABLE recorded_crime_ward (
    area_code     VARCHAR NOT NULL,  -- ward, GSS; codes changed in 2022 and do not add up to boroughs
    borough_code  VARCHAR NOT NULL,  -- in which the ward lies, also where the publisher names an airport instead
    month         DATE NOT NULL,
    taxonomy      VARCHAR NOT NULL CHECK (taxonomy IN ('home_office', 'mps_2018')),
    major         VARCHAR NOT NULL,
    minor         VARCHAR NOT NULL,
    offences      INTEGER
);

CREATE TABLE hate_crime (
    area_code  VARCHAR NOT NULL,
    month      DATE NOT NULL,
    strand     VARCHAR NOT NULL,  -- strands overlap: one offence may carry several, so they are never added up
    offences   INTEGER
);

CREATE TABLE flagged_crime (
    area_code  VARCHAR NOT NULL,
    month      DATE NOT NULL,
    flag       VARCHAR NOT NULL,  -- flags overlap, and a sub-flag is part of its flag
    offences   INTEGER
);

CREATE TABLE stop_and_search (
    month               DATE NOT NULL,     -- in London time
    searched_at         TIMESTAMP,         -- London time; NULL where the publisher gives only the month
    force               VARCHAR NOT NULL CHECK (force IN ('metropolitan', 'city-of-london')),
    area_code           VARCHAR,           -- borough of the point; NULL without coordinates or outside every borough
    has_coordinates     BOOLEAN NOT NULL,  -- the publisher gives two numbers, wherever they lie
    search_type         VARCHAR,
    gender              VARCHAR,
    age_range           VARCHAR,
    self_defined        VARCHAR,           -- ethnicity as the person defined it, as published
    self_defined_group  VARCHAR,           -- White, Black, Asian, Mixed, Other, Not stated; NULL where not recorded
    officer_defined     VARCHAR,           -- ethnicity as the officer saw it
    legislation         VARCHAR,
    object              VARCHAR,           -- harmonised wording (etl/mappings/search_objects.csv)
    object_published    VARCHAR,
    outcome             VARCHAR,           -- harmonised wording (etl/mappings/search_outcomes.csv)
    outcome_published   VARCHAR,           -- as the publisher wrote it
    is_positive         BOOLEAN,           -- something came of the search; NULL where no outcome is given
    is_linked           BOOLEAN,           -- the outcome is linked to the object of the search; NULL where not said
    is_more_than_outer  BOOLEAN,           -- removal of more than outer clothing; NULL where not said
    source_id           INTEGER NOT NULL,
    line                BIGINT NOT NULL    -- in that file: with source_id the only key, for two searches may be alike
);

CREATE TABLE victim_satisfaction (
    period_start  DATE,
    period_end    DATE NOT NULL,           -- first day of the last month
    survey        VARCHAR NOT NULL,        -- 'PAS' (Public Attitude Survey), 'USS' (User Satisfaction Survey) …
    question      VARCHAR NOT NULL,
    area_code     VARCHAR,                 -- NULL for areas that are no borough (neighbourhood groups)
    area_name     VARCHAR NOT NULL,
    group_type    VARCHAR NOT NULL,        -- 'All', 'Ethnicity' …
    group_name    VARCHAR NOT NULL,        -- 'All', 'White British' …
    proportion    DOUBLE,                  -- 0 to 1
    base          INTEGER,                 -- interviews; NULL where the publisher gives none
    base_basis    VARCHAR NOT NULL         -- 'published', or how an approximate base is stated
);

CREATE TABLE homicide (
    area_code      VARCHAR NOT NULL,
    month          DATE NOT NULL,          -- in which it was recorded
    victims        INTEGER NOT NULL,
    age_group      VARCHAR, sex VARCHAR, method VARCHAR, domestic_abuse VARCHAR,
    offence_type   VARCHAR, solved_status VARCHAR, ethnicity VARCHAR
);

CREATE TABLE anti_social_behaviour (       -- no open file: loaded where someone has one (docs/anti-social-behaviour.md)
    area_code  VARCHAR NOT NULL,
    month      DATE NOT NULL,
    kind       VARCHAR NOT NULL CHECK (kind IN ('All', 'Nuisance', 'Environmental', 'Personal')),
    calls      INTEGER
);

CREATE TABLE victims_code (                -- no open file: loaded where someone has one (docs/victims-code.md)
    area_code    VARCHAR NOT NULL,         -- boroughs, and London where the file gives it
    month        DATE NOT NULL,
    requirement  VARCHAR NOT NULL CHECK (requirement IN ('updated', 'arrested', 'released')),
    applicable   INTEGER NOT NULL,         -- offences to which the requirement applies
    met          INTEGER NOT NULL CHECK (met BETWEEN 0 AND applicable)
);

CREATE TABLE workforce (
    month   DATE NOT NULL,
    group_name  VARCHAR NOT NULL,          -- 'Police officers', 'Police staff', 'PCSOs'
    strength    DOUBLE
);

CREATE TABLE monthly_signal (              -- made from the counts at the end of a load (etl/judging)
    measure_id           VARCHAR NOT NULL,
    area_code            VARCHAR NOT NULL,  -- the 32 boroughs, and London, which is the sum the map shows
    month                DATE NOT NULL,     -- every month of the measure's coverage, also those without a figure
    offences             DOUBLE,            -- NULL: no figure
    is_provisional       BOOLEAN NOT NULL,  -- the publisher may still revise this month
    offences_12m         DOUBLE,            -- the 12 months to this one; NULL unless all twelve have a figure
    offences_12m_before  DOUBLE,            -- the 12 months before those, likewise
    change_pct           DOUBLE,            -- of the 12 months on the 12 before; NULL from a base under 20
    change_lower_pct     DOUBLE,            -- 95% interval, widened by the dispersion; NULL as above
    change_upper_pct     DOUBLE,
    change_verdict       VARCHAR NOT NULL CHECK (change_verdict IN
        ('higher', 'lower', 'no_clear_change', 'too_few', 'not_comparable', 'not_available')),
    dispersion           DOUBLE,            -- Pearson chi-square / df of the series, at least 1
    season               DOUBLE,            -- seasonal factor of this month when it is judged; 1 where there is none
    centre               DOUBLE,            -- mean of the deseasonalised series over this month's own baseline
    half_width           DOUBLE,            -- 2.66 x its mean moving range
    expected_lower       DOUBLE,            -- expected range on the scale of counts, this month; at least 0
    expected_upper       DOUBLE,
    baseline_months      TINYINT,           -- months of the baseline with a figure, 0 to 24
    limits               VARCHAR NOT NULL CHECK (limits IN ('limits', 'trial', 'none')),
    signal               VARCHAR NOT NULL CHECK (signal IN
        ('higher', 'within', 'lower', 'too_few', 'not_comparable', 'provisional', 'not_available')),
    rules                VARCHAR NOT NULL,  -- met in the signal's direction, comma-separated, '' for none
    since                DATE,              -- first month of the unbroken run on the signal's side of the centre
    p_value              DOUBLE,            -- two-sided, of this month
    q_value              DOUBLE             -- Benjamini-Hochberg over all series judged in this month
);

CREATE TABLE survey_change (               -- made from victim_satisfaction at the end of a load (etl/judging)
    measure_id         VARCHAR NOT NULL,
    area_code          VARCHAR NOT NULL,
    period_end         DATE NOT NULL,
    proportion         DOUBLE,             -- 0 to 1
    lower              DOUBLE,             -- 95% Wilson interval on the effective base: base / design effect
    upper              DOUBLE,
    base               DOUBLE,             -- interviews, published or approximate; NULL where none is stated
    base_basis         VARCHAR NOT NULL,   -- 'published', or how the approximate base is stated
    design_effect      DOUBLE NOT NULL,
    proportion_before  DOUBLE,             -- the period that ended 12 months earlier
    change_points      DOUBLE,             -- percentage points, with Newcombe's 95% interval
    change_lower       DOUBLE,
    change_upper       DOUBLE,
    change_verdict     VARCHAR NOT NULL CHECK (change_verdict IN
        ('higher', 'lower', 'no_clear_change', 'too_few', 'not_comparable', 'not_available'))
);

CREATE TABLE published_figure (
    document      VARCHAR NOT NULL,
    section       VARCHAR NOT NULL,
    table_name    VARCHAR NOT NULL,
    row_label     VARCHAR NOT NULL,
    column_label  VARCHAR NOT NULL,
    value         DOUBLE,
    unit          VARCHAR NOT NULL,
    period_start  DATE,
    period_end    DATE,
    note          VARCHAR
);

CREATE TABLE published_text (
    document      VARCHAR NOT NULL,
    section       VARCHAR NOT NULL,
    table_name    VARCHAR NOT NULL,        -- 'Key milestones' …; 'Documents' for what the documents are
    row_no        INTEGER NOT NULL,        -- row of the transcribed file, from 1: cells of one row belong together
    column_label  VARCHAR NOT NULL,        -- 'milestone', 'quarter', 'status' …
    text          VARCHAR NOT NULL         -- an empty cell is not published, and absent
);

CREATE TABLE acceptance (
    dataset  VARCHAR NOT NULL,
    finding  VARCHAR NOT NULL,  -- the bound that was broken, with its figures
    reason   VARCHAR NOT NULL   -- why it was published all the same
);

CREATE TABLE source (
    source_id          INTEGER NOT NULL PRIMARY KEY,
    publisher          VARCHAR NOT NULL,
    dataset            VARCHAR NOT NULL,
    layout             VARCHAR NOT NULL,
    name               VARCHAR NOT NULL,  -- file name as read
    sha256             VARCHAR NOT NULL,
    edition            VARCHAR NOT NULL,  -- YYYY-MM of the publisher's release (see docs/loading.md)
    licence            VARCHAR NOT NULL,
    first_month        DATE,
    last_month         DATE,
    rows_read          BIGINT NOT NULL,
    rows_loaded        BIGINT NOT NULL,
    rows_rejected      BIGINT NOT NULL,
    values_read        BIGINT NOT NULL,   -- figures in those rows; in a wide file a row holds many
    values_loaded      BIGINT NOT NULL,
    values_rejected    BIGINT NOT NULL,
    values_blank       BIGINT NOT NULL,   -- cells the publisher left empty: absent, not zero
    offences_read      BIGINT NOT NULL,   -- sum of every figure that is a number
    offences_loaded    BIGINT NOT NULL,
    offences_rejected  BIGINT NOT NULL,
    note               VARCHAR            -- e.g. 'read as Windows-1252', 'identical to …, not read twice'
);

CREATE TABLE rejected_row (
    source_id    INTEGER NOT NULL,
    line         BIGINT NOT NULL,    -- line in the file, the header being line 1
    column_name  VARCHAR,            -- NULL when the whole row is refused
    value        VARCHAR,
    rule         VARCHAR NOT NULL,   -- a sentence: what is wrong and what would have been right
    offences     BIGINT,             -- offences lost with it, where the figure is a number
    rows         BIGINT NOT NULL DEFAULT 1  -- rows of one kind left out on purpose are one entry, at the first's line
);

CREATE TABLE revision (
    dataset        VARCHAR NOT NULL,
    area_code      VARCHAR NOT NULL,
    month          DATE NOT NULL,
    series         VARCHAR NOT NULL,  -- the other key columns, joined by ' > '
    old_value      DOUBLE,            -- NULL: not listed; a whole number, but for the proportions of surveys
    new_value      DOUBLE,
    old_source_id  INTEGER NOT NULL,
    new_source_id  INTEGER NOT NULL
);
