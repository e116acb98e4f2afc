-- The order book store. Plain SQL that H2 and PostgreSQL understand alike.
--
-- Quantities and prices have 40 places before the point and 20 behind it, as many as a FIX message
-- may have, and sums have 20 more: every number of up to 20 decimals is exact. What has more is
-- rounded here, and exact in the documents. A number that does not fit is NULL here.
-- All times are UTC, in microseconds.

-- One row: how far the journal is written down here. It changes with every batch of rows, in the
-- same transaction.
CREATE TABLE projection (
    id               INTEGER PRIMARY KEY,
    journal_position BIGINT NOT NULL,
    frame_epoch      BIGINT,
    frame_at         TIMESTAMP(6) WITH TIME ZONE,
    trading_day      DATE,
    format           INTEGER NOT NULL,
    missing_after    BIGINT,
    missing_up_to    BIGINT,
    projected_at     TIMESTAMP(6) WITH TIME ZONE
);

-- One row for each order. The documents of an order and of its requests together are the whole
-- order, as JSON.
CREATE TABLE orders (
    order_id         VARCHAR(64) PRIMARY KEY,
    number           BIGINT NOT NULL UNIQUE,
    oms              VARCHAR(64) NOT NULL,
    cl_ord_id        VARCHAR(64) NOT NULL,
    account          VARCHAR(64) NOT NULL,
    symbol           VARCHAR(64) NOT NULL,
    side             VARCHAR(32) NOT NULL,
    order_type       VARCHAR(32) NOT NULL,
    time_in_force    VARCHAR(32) NOT NULL,
    qty              DECIMAL(60, 20),
    price            DECIMAL(60, 20),
    venue            VARCHAR(64),
    venue_order_id   VARCHAR(64),
    state            VARCHAR(32) NOT NULL,
    ord_status       VARCHAR(32) NOT NULL,
    is_open          BOOLEAN NOT NULL,
    cum_qty          DECIMAL(60, 20),
    leaves_qty       DECIMAL(60, 20),
    avg_px           DECIMAL(60, 20),
    unknown_why      VARCHAR(4000),
    trading_day      DATE,
    received_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    updated_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at         TIMESTAMP(6) WITH TIME ZONE,
    journal_position BIGINT NOT NULL,
    document         VARCHAR(1000000) NOT NULL
);
CREATE INDEX orders_venue_order_id ON orders (venue_order_id);
CREATE INDEX orders_symbol ON orders (symbol);

-- Every request of an order's chain: the order itself is number 0.
CREATE TABLE requests (
    order_id        VARCHAR(64) NOT NULL,
    number          INTEGER NOT NULL,
    kind            VARCHAR(32) NOT NULL,
    oms             VARCHAR(64) NOT NULL,
    cl_ord_id       VARCHAR(64),
    venue           VARCHAR(64),
    venue_cl_ord_id VARCHAR(64),
    qty             DECIMAL(60, 20),
    price           DECIMAL(60, 20),
    answer          VARCHAR(32) NOT NULL,
    document        VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (order_id, number)
);
CREATE INDEX requests_venue_cl_ord_id ON requests (venue_cl_ord_id);
CREATE INDEX requests_cl_ord_id ON requests (cl_ord_id);

-- Every report on an order of the book that its OMS is told by ExecutionReport(8).
CREATE TABLE executions (
    journal_position BIGINT NOT NULL,
    event_index      INTEGER NOT NULL,
    happened_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    exec_id          VARCHAR(64) NOT NULL,
    venue_exec_id    VARCHAR(64),
    order_id         VARCHAR(64) NOT NULL,
    oms              VARCHAR(64) NOT NULL,
    cl_ord_id        VARCHAR(64) NOT NULL,
    account          VARCHAR(64) NOT NULL,
    symbol           VARCHAR(64) NOT NULL,
    side             VARCHAR(32) NOT NULL,
    venue            VARCHAR(64),
    exec_type        VARCHAR(32) NOT NULL,
    ord_status       VARCHAR(32) NOT NULL,
    last_qty         DECIMAL(60, 20),
    last_px          DECIMAL(60, 20),
    cum_qty          DECIMAL(60, 20),
    leaves_qty       DECIMAL(60, 20),
    avg_px           DECIMAL(60, 20),
    text             VARCHAR(4000) NOT NULL,
    PRIMARY KEY (journal_position, event_index)
);
CREATE INDEX executions_order_id ON executions (order_id);
CREATE INDEX executions_exec_id ON executions (exec_id);
CREATE INDEX executions_happened_at ON executions (happened_at);

-- Everything that happened, as it stands in the journal; detail is the event's fields as JSON.
CREATE TABLE order_events (
    journal_position BIGINT NOT NULL,
    event_index      INTEGER NOT NULL,
    happened_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    event_type       VARCHAR(64) NOT NULL,
    order_id         VARCHAR(64),
    detail           VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (journal_position, event_index)
);
CREATE INDEX order_events_order_id ON order_events (order_id);

-- What each account has traded of each symbol, by the trades the router booked.
CREATE TABLE positions (
    account          VARCHAR(64) NOT NULL,
    symbol           VARCHAR(64) NOT NULL,
    qty              DECIMAL(80, 20),
    bought_qty       DECIMAL(80, 20),
    bought_notional  DECIMAL(140, 40),
    sold_qty         DECIMAL(80, 20),
    sold_notional    DECIMAL(140, 40),
    updated_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (account, symbol)
);

-- The limits of every version of limits.yaml that a router was started with.
CREATE TABLE limits (
    since       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    scope       VARCHAR(128) NOT NULL,
    check_name  VARCHAR(64) NOT NULL,
    limit_value VARCHAR(4000) NOT NULL,
    version     VARCHAR(64) NOT NULL,
    PRIMARY KEY (since, scope, check_name)
);

-- What was done with the kill switch, act by act: KILLED, CONFIRMED, UNCONFIRMED, REARMED.
CREATE TABLE kills (
    position    BIGINT NOT NULL,
    event_index INTEGER NOT NULL,
    act         VARCHAR(16) NOT NULL,
    kill_id     VARCHAR(160),
    scope       VARCHAR(128),
    mode        VARCHAR(32),
    reason      VARCHAR(4000),
    acted_by    VARCHAR(128),
    targets     INTEGER,
    acted_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (position, event_index)
);
CREATE INDEX kills_by_id ON kills (kill_id);

-- The numbering of every FIX session.
CREATE TABLE sessions (
    name            VARCHAR(200) PRIMARY KEY,
    role            VARCHAR(32),
    next_sender     INTEGER NOT NULL,
    next_target     INTEGER NOT NULL,
    numbering_since TIMESTAMP(6) WITH TIME ZONE,
    updated_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
