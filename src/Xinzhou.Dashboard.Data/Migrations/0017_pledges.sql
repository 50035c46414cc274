-- Commitments on pages: the path to a target, changes that somebody else approves, signatures; departments that are no more.
ALTER TABLE departments ADD COLUMN dissolved_on date;
COMMENT ON COLUMN departments.dissolved_on IS 'From when there is no such unit any more; what it owed stays.';

-- ---------------------------------------------------------------- Proposals
CREATE TABLE commitment_proposals (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    indicator_code text NOT NULL REFERENCES indicators,
    unit_code      text NOT NULL REFERENCES statistical_units,
    period_code    text NOT NULL,
    period_kind    text NOT NULL CHECK (period_kind IN ('ytd', 'quarter', 'month', 'year', 'point', 'span', 'unstated')),
    measure        text CHECK (measure IN ('level', 'yoy', 'yoy_single', 'qoq', 'gap', 'share', 'avg_growth', 'growth_prev_span', 'qualitative')),
    benchmark      text CHECK (benchmark IN ('province', 'nation')),
    owner_code     text REFERENCES departments,
    person         text,
    baseline       text CHECK (baseline <> ''),
    tolerance      numeric CHECK (tolerance >= 0),
    task_number    integer REFERENCES key_tasks,
    path           jsonb CHECK (jsonb_typeof(path) = 'array'),
    justification  text CHECK (justification <> ''),
    cleared        text[] NOT NULL DEFAULT '{}' CHECK (cleared <@ ARRAY['owner', 'person', 'baseline', 'task', 'justification']),
    seen           bigint NOT NULL,
    reason         text NOT NULL CHECK (reason <> ''),
    proposed_by    uuid NOT NULL REFERENCES users,
    proposed_at    timestamptz NOT NULL,
    CHECK ((coalesce(measure, '') = 'gap') = (benchmark IS NOT NULL))
);
COMMENT ON TABLE commitment_proposals IS 'Changes of commitments (责任变更) as they are proposed; one that is approved becomes a statement.';
COMMENT ON COLUMN commitment_proposals.seen IS 'The number of the statement that held when it was proposed; once another holds it cannot be approved any more.';

CREATE TABLE commitment_decisions (
    proposal_id bigint PRIMARY KEY REFERENCES commitment_proposals,
    verdict     text NOT NULL CHECK (verdict IN ('approved', 'rejected', 'withdrawn')),
    reason      text NOT NULL,
    decided_by  uuid NOT NULL REFERENCES users,
    decided_at  timestamptz NOT NULL,
    CHECK (reason <> '' OR verdict <> 'rejected')
);
COMMENT ON TABLE commitment_decisions IS 'What became of proposals; each is decided once.';

ALTER TABLE commitment_statements
    ADD COLUMN path jsonb CHECK (jsonb_typeof(path) = 'array'),
    ADD COLUMN justification text CHECK (justification <> ''),
    ADD COLUMN proposal_id bigint UNIQUE REFERENCES commitment_proposals,
    DROP CONSTRAINT commitment_statements_cleared_check,
    ADD CONSTRAINT commitment_statements_cleared_check CHECK (cleared <@ ARRAY['owner', 'person', 'baseline', 'task', 'justification']);
COMMENT ON COLUMN commitment_statements.path IS 'What is to be reached by the end of earlier years: [{"year": 2026, "value": 900}, …].';
COMMENT ON COLUMN commitment_statements.justification IS 'Why the target lies on the wrong side of its baseline.';
COMMENT ON COLUMN commitment_statements.proposal_id IS 'The approved proposal that it carries out; null of what a document says, and of what a leader says first.';

-- ---------------------------------------------------------------- Signatures
CREATE TABLE commitment_signatures (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    figure_id bigint NOT NULL REFERENCES figures,
    digest    text NOT NULL CHECK (digest = encode(sha256(convert_to(terms, 'UTF8')), 'hex')),
    terms     text NOT NULL,
    person    text NOT NULL CHECK (person <> ''),
    factor    text NOT NULL CHECK (factor IN ('code', 'passkey')),
    signed_by uuid NOT NULL REFERENCES users,
    signed_at timestamptz NOT NULL,
    UNIQUE (digest)
);
COMMENT ON TABLE commitment_signatures IS 'Commitments as they were signed (军令状): a signature belongs to its terms and to no others.';
COMMENT ON COLUMN commitment_signatures.terms IS 'What was signed, as JSON of one line; digest is its SHA-256.';

-- ---------------------------------------------------------------- Who may
CREATE FUNCTION guard_commitment_proposal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.proposed_by AND disabled_at IS NULL AND role = 'leader') THEN
        RAISE EXCEPTION 'only a leader proposes to change a commitment' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM commitment_proposals p
        WHERE (p.indicator_code, p.unit_code, p.period_code, p.period_kind) = (NEW.indicator_code, NEW.unit_code, NEW.period_code, NEW.period_kind)
            AND p.measure IS NOT DISTINCT FROM NEW.measure AND p.benchmark IS NOT DISTINCT FROM NEW.benchmark
            AND NOT EXISTS (SELECT FROM commitment_decisions d WHERE d.proposal_id = p.id)) THEN
        RAISE EXCEPTION 'a change of the commitment is proposed already' USING ERRCODE = 'unique_violation';
    END IF;
    IF NEW.seen IS DISTINCT FROM (SELECT max(s.id) FROM commitment_statements s
        WHERE (s.indicator_code, s.unit_code, s.period_code, s.period_kind) = (NEW.indicator_code, NEW.unit_code, NEW.period_code, NEW.period_kind)
            AND (s.measure IS NULL OR NEW.measure IS NULL OR (s.measure = NEW.measure AND s.benchmark IS NOT DISTINCT FROM NEW.benchmark))) THEN
        RAISE EXCEPTION 'what is proposed is a change of what holds' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE INDEX commitment_proposals_target ON commitment_proposals (indicator_code, unit_code, period_code);
CREATE TRIGGER guard BEFORE INSERT ON commitment_proposals FOR EACH ROW EXECUTE FUNCTION guard_commitment_proposal();

-- Nobody approves or rejects his own; who made it may take it back.
CREATE FUNCTION guard_commitment_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.decided_by AND disabled_at IS NULL AND role = 'leader') THEN
        RAISE EXCEPTION 'only a leader decides on a change of a commitment' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.verdict = 'withdrawn') <> EXISTS (SELECT FROM commitment_proposals WHERE id = NEW.proposal_id AND proposed_by = NEW.decided_by) THEN
        RAISE EXCEPTION 'a proposal is decided by another than its author, and withdrawn by him' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON commitment_decisions FOR EACH ROW EXECUTE FUNCTION guard_commitment_decision();

-- What holds is changed by a leader only as it was proposed and approved.
CREATE FUNCTION guard_commitment_approval() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.proposal_id IS NULL THEN
        IF EXISTS (SELECT FROM users WHERE user_name = NEW.actor AND role = 'leader') AND EXISTS (SELECT FROM commitment_statements s
            WHERE (s.indicator_code, s.unit_code, s.period_code, s.period_kind) = (NEW.indicator_code, NEW.unit_code, NEW.period_code, NEW.period_kind)
                AND (s.measure IS NULL OR NEW.measure IS NULL OR (s.measure = NEW.measure AND s.benchmark IS NOT DISTINCT FROM NEW.benchmark))) THEN
            RAISE EXCEPTION 'what holds of a commitment is changed by an approved proposal' USING ERRCODE = 'insufficient_privilege';
        END IF;
    ELSIF NOT EXISTS (SELECT FROM commitment_proposals p JOIN commitment_decisions d ON d.proposal_id = p.id JOIN users u ON u.id = d.decided_by
        WHERE p.id = NEW.proposal_id AND d.verdict = 'approved' AND u.user_name = NEW.actor
            AND ROW(p.indicator_code, p.unit_code, p.period_code, p.period_kind, p.measure, p.benchmark, p.owner_code, p.person, p.baseline, p.tolerance,
                p.task_number, p.path, p.justification, p.cleared)
            IS NOT DISTINCT FROM ROW(NEW.indicator_code, NEW.unit_code, NEW.period_code, NEW.period_kind, NEW.measure, NEW.benchmark, NEW.owner_code, NEW.person,
                NEW.baseline, NEW.tolerance, NEW.task_number, NEW.path, NEW.justification, NEW.cleared)) THEN
        RAISE EXCEPTION 'a commitment is changed as it was proposed and approved' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE INDEX commitment_statements_target ON commitment_statements (indicator_code, unit_code, period_code);
CREATE TRIGGER approval BEFORE INSERT ON commitment_statements FOR EACH ROW EXECUTE FUNCTION guard_commitment_approval();

-- Who signs is the person that is named as responsible.
CREATE FUNCTION guard_commitment_signature() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.signed_by AND disabled_at IS NULL AND display_name = NEW.person) OR NEW.terms::jsonb ->> 'person' IS DISTINCT FROM NEW.person THEN
        RAISE EXCEPTION 'a commitment is signed by the person that it names' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON commitment_signatures FOR EACH ROW EXECUTE FUNCTION guard_commitment_signature();

-- ---------------------------------------------------------------- Insert-only, telling, privileges
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['commitment_proposals', 'commitment_decisions', 'commitment_signatures'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
        EXECUTE format('CREATE TRIGGER announce AFTER INSERT ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_figures()', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO xzd_app', t);
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION guard_commitment_proposal(), guard_commitment_decision(), guard_commitment_approval(), guard_commitment_signature() FROM PUBLIC;
