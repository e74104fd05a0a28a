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
    parent_code  VARCHAR
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
    offences     BIGINT              -- offences lost with it, where the figure is a number
);

CREATE TABLE revision (
    dataset        VARCHAR NOT NULL,
    area_code      VARCHAR NOT NULL,
    month          DATE NOT NULL,
    series         VARCHAR NOT NULL,  -- the other key columns, joined by ' > '
    old_value      BIGINT,            -- NULL: not listed
    new_value      BIGINT,
    old_source_id  INTEGER NOT NULL,
    new_source_id  INTEGER NOT NULL
);
