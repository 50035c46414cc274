-- 交账: reviews of milestones and quarters. A pack is frozen and never changes; verdicts are signed on it, each once; what a review
-- decides stands beside it. Nothing is overwritten.
CREATE TABLE reviews (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject     text NOT NULL CHECK (subject ~ '^[0-9]{4}(-Q[1-4])?$'),
    held_on     date NOT NULL,
    prepared_by uuid NOT NULL REFERENCES users,
    prepared_at timestamptz NOT NULL
);
COMMENT ON TABLE reviews IS 'Reviews (交账) of a milestone (2025) or a quarter (2026-Q3); several of one subject where something was sent back or redone.';
CREATE INDEX reviews_subject ON reviews (subject, id);

CREATE TABLE review_packs (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    review_id    bigint NOT NULL REFERENCES reviews,
    content      bytea NOT NULL,
    content_hash text NOT NULL CHECK (content_hash = encode(sha256(content), 'hex')),
    hash         text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    size         bigint NOT NULL CHECK (size = octet_length(content)),
    frozen_by    uuid NOT NULL REFERENCES users,
    frozen_at    timestamptz NOT NULL,
    UNIQUE (id, review_id)
);
COMMENT ON TABLE review_packs IS 'What a review works on, frozen (资料包): canonical JSON under its SHA-256. Another one takes the place of one that nobody has signed.';
COMMENT ON COLUMN review_packs.hash IS 'SHA-256 of the file of the pack while nobody has signed.';

CREATE TABLE review_seals (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    review_id bigint NOT NULL REFERENCES reviews,
    pack_id   bigint NOT NULL,
    terms     text NOT NULL,
    digest    text NOT NULL UNIQUE CHECK (digest = encode(sha256(convert_to(terms, 'UTF8')), 'hex')),
    hash      text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    factor    text NOT NULL CHECK (factor IN ('code', 'passkey')),
    signed_by uuid NOT NULL REFERENCES users,
    signed_at timestamptz NOT NULL,
    FOREIGN KEY (pack_id, review_id) REFERENCES review_packs (id, review_id),
    UNIQUE (id, review_id)
);
COMMENT ON TABLE review_seals IS 'Signatures under verdicts (签字): what was signed as canonical JSON, with its SHA-256.';
COMMENT ON COLUMN review_seals.hash IS 'SHA-256 of the file of the pack with this signature and all before it.';

CREATE TABLE review_verdicts (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    seal_id        bigint NOT NULL,
    review_id      bigint NOT NULL,
    dimension_code text NOT NULL REFERENCES dimensions,
    verdict        text NOT NULL CHECK (verdict IN ('achieved', 'mostly_achieved', 'not_achieved')),
    decision       text NOT NULL CHECK (decision IN ('accept', 'send_back', 'redo')),
    comment        text CHECK (comment <> ''),
    lead_code      text REFERENCES departments,
    grade          text CHECK (grade IN ('ordinary', 'major')),
    notice_number  text UNIQUE REFERENCES supervision_notices (number),
    FOREIGN KEY (seal_id, review_id) REFERENCES review_seals (id, review_id),
    -- A dimension is signed once in a review, whoever signs.
    UNIQUE (review_id, dimension_code),
    CHECK (verdict <> 'achieved' OR decision = 'accept'),
    CHECK (comment IS NOT NULL OR verdict = 'achieved'),
    CHECK ((decision = 'redo') = (notice_number IS NOT NULL)),
    CHECK ((decision = 'redo') = (lead_code IS NOT NULL)),
    CHECK ((decision = 'redo') = (grade IS NOT NULL))
);
COMMENT ON TABLE review_verdicts IS 'The verdicts of a signature (结论), one a dimension; 再办 with the notice that was issued along.';

CREATE TABLE review_matters (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    review_id  bigint NOT NULL REFERENCES reviews,
    text       text NOT NULL CHECK (btrim(text) <> ''),
    owner_code text NOT NULL REFERENCES departments,
    person     text CHECK (person <> ''),
    due        date NOT NULL,
    noted_by   uuid NOT NULL REFERENCES users,
    noted_at   timestamptz NOT NULL
);
COMMENT ON TABLE review_matters IS 'What a review decided (议定事项); the next review opens with them.';

CREATE TABLE review_matter_reports (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    matter_id bigint NOT NULL REFERENCES review_matters,
    state     text NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    text      text NOT NULL CHECK (btrim(text) <> ''),
    noted_by  uuid NOT NULL REFERENCES users,
    noted_at  timestamptz NOT NULL
);
COMMENT ON TABLE review_matter_reports IS 'How a matter stands, as it was noted; the last holds.';
CREATE INDEX review_matter_reports_matter ON review_matter_reports (matter_id, id);

-- ---------------------------------------------------------------- Who may
CREATE FUNCTION guard_review() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    who uuid;
BEGIN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO who USING NEW;
    IF NOT EXISTS (SELECT FROM users WHERE id = who AND disabled_at IS NULL AND role IN ('leader', 'supervisor')) THEN
        RAISE EXCEPTION 'only a leader or the inspection office prepares a review' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION guard_review('prepared_by');
CREATE TRIGGER guard BEFORE INSERT ON review_packs FOR EACH ROW EXECUTE FUNCTION guard_review('frozen_by');
CREATE TRIGGER guard BEFORE INSERT ON review_matters FOR EACH ROW EXECUTE FUNCTION guard_review('noted_by');
CREATE TRIGGER guard BEFORE INSERT ON review_matter_reports FOR EACH ROW EXECUTE FUNCTION guard_review('noted_by');

-- What is signed stays what it is signed on.
CREATE FUNCTION guard_review_pack() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM review_seals WHERE review_id = NEW.review_id) THEN
        RAISE EXCEPTION 'a review that is signed keeps its pack' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_signed BEFORE INSERT ON review_packs FOR EACH ROW EXECUTE FUNCTION guard_review_pack();

-- Who signs is a leader, on the last pack, under the file that the signature before left.
CREATE FUNCTION guard_review_seal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    said jsonb := NEW.terms::jsonb;
    pack review_packs;
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.signed_by AND disabled_at IS NULL AND role = 'leader' AND display_name = said ->> 'by') THEN
        RAISE EXCEPTION 'only a leader signs a review, by his own name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO pack FROM review_packs WHERE review_id = NEW.review_id ORDER BY id DESC LIMIT 1;
    IF pack.id IS DISTINCT FROM NEW.pack_id OR said ->> 'content' IS DISTINCT FROM pack.content_hash OR said ->> 'factor' IS DISTINCT FROM NEW.factor
        OR said ->> 'subject' IS DISTINCT FROM (SELECT subject FROM reviews WHERE id = NEW.review_id)
        OR said ->> 'pack' IS DISTINCT FROM coalesce((SELECT hash FROM review_seals WHERE review_id = NEW.review_id ORDER BY id DESC LIMIT 1), pack.hash) THEN
        RAISE EXCEPTION 'a review is signed as it stands' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON review_seals FOR EACH ROW EXECUTE FUNCTION guard_review_seal();

-- A verdict is what was signed, and what was accepted is not reviewed again.
CREATE FUNCTION guard_review_verdict() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM review_seals s, jsonb_array_elements(s.terms::jsonb -> 'verdicts') AS said
        WHERE s.id = NEW.seal_id AND said ->> 'dimension' = NEW.dimension_code AND said ->> 'verdict' = NEW.verdict AND said ->> 'decision' = NEW.decision
            AND said ->> 'comment' IS NOT DISTINCT FROM NEW.comment AND said #>> '{redo,lead}' IS NOT DISTINCT FROM NEW.lead_code
            AND said #>> '{redo,grade}' IS NOT DISTINCT FROM NEW.grade) THEN
        RAISE EXCEPTION 'a verdict is what was signed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (SELECT v.decision FROM review_verdicts v JOIN reviews r ON r.id = v.review_id
        WHERE v.dimension_code = NEW.dimension_code AND r.subject = (SELECT subject FROM reviews WHERE id = NEW.review_id)
        ORDER BY v.id DESC LIMIT 1) = 'accept' THEN
        RAISE EXCEPTION 'a dimension that was accepted is not reviewed again' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.notice_number IS NOT NULL AND NOT EXISTS (SELECT FROM supervision_notices n JOIN review_seals s ON s.id = NEW.seal_id
        WHERE n.number = NEW.notice_number AND n.origin = 'review' AND n.lead_code = NEW.lead_code AND n.grade = NEW.grade AND n.assigned_by = s.signed_by) THEN
        RAISE EXCEPTION 'the notice of a verdict is issued with it' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON review_verdicts FOR EACH ROW EXECUTE FUNCTION guard_review_verdict();

-- A signature without its verdicts is none: asked when the transaction ends.
CREATE FUNCTION guard_review_seal_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF (SELECT count(*) FROM review_verdicts WHERE seal_id = NEW.id) <> jsonb_array_length(NEW.terms::jsonb -> 'verdicts')
        OR jsonb_array_length(NEW.terms::jsonb -> 'verdicts') = 0 THEN
        RAISE EXCEPTION 'a signature comes with its verdicts' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON review_seals DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_review_seal_whole();

-- ---------------------------------------------------------------- Insert-only, telling, privileges
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['reviews', 'review_packs', 'review_seals', 'review_verdicts', 'review_matters', 'review_matter_reports'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
        EXECUTE format('CREATE TRIGGER announce AFTER INSERT ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_figures()', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO xzd_app', t);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
REVOKE EXECUTE ON FUNCTION guard_review(), guard_review_pack(), guard_review_seal(), guard_review_verdict(), guard_review_seal_whole() FROM PUBLIC;
