-- Answers of guides by e-mail. A row tells nothing but that there is one: the address, the words, until when it is
-- kept and whose it is, are sealed to the worker's key and padded to one length.
ALTER TABLE "subject"."thread" ADD COLUMN     "notice_sealed" BYTEA;

CREATE TABLE "vault"."contact" (
    "id" BYTEA NOT NULL,
    "sealed" BYTEA,
    "until_sealed" BYTEA NOT NULL,
    "ended" TEXT,
    "mixed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "contact_id" CHECK (octet_length("id") = 32),
    CONSTRAINT "contact_ended" CHECK ("ended" IN ('unreachable', 'complaint')),
    -- The address goes with the reason for its end.
    CONSTRAINT "contact_gone" CHECK (("sealed" IS NULL) = ("ended" IS NOT NULL))
);

CREATE TABLE "vault"."mail" (
    "id" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "mixed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_id" CHECK (octet_length("id") = 32)
);

-- As vault.mix_reminders: web writes a row in the transaction of an answer, so both carry its number until the
-- worker has rewritten all rows in one transaction of its own, in random order. `contact` is locked before `mail`
-- here and in every other statement that locks both. `always`: also where all were mixed before, since a transaction
-- that came to nothing may have left its number on a row.
CREATE FUNCTION vault.mix_mails(always boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT always AND NOT EXISTS (SELECT FROM vault.contact WHERE NOT mixed)
    AND NOT EXISTS (SELECT FROM vault.mail WHERE NOT mixed) THEN
    RETURN false;
  END IF;
  LOCK TABLE vault.contact, vault.mail IN SHARE ROW EXCLUSIVE MODE;
  WITH all_rows AS (DELETE FROM vault.contact RETURNING id, sealed, until_sealed, ended)
  INSERT INTO vault.contact (id, sealed, until_sealed, ended, mixed)
  SELECT id, sealed, until_sealed, ended, true FROM all_rows ORDER BY random();
  WITH all_rows AS (DELETE FROM vault.mail RETURNING id, sealed)
  INSERT INTO vault.mail (id, sealed, mixed) SELECT id, sealed, true FROM all_rows ORDER BY random();
  RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION vault.mix_mails FROM PUBLIC;

-- Keeps an address for longer, or not so long. False where there is none. The lock comes first: a row that is being
-- rewritten is found where it went.
CREATE FUNCTION vault.keep_contact(kept bytea, until bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  LOCK TABLE vault.contact IN ROW EXCLUSIVE MODE;
  UPDATE vault.contact SET until_sealed = until, mixed = false WHERE id = kept AND ended IS NULL;
  RETURN FOUND;
END
$$;
REVOKE EXECUTE ON FUNCTION vault.keep_contact FROM PUBLIC;

-- Takes out an address and what was to go to it. One that is being written to is waited for, by the turn that the
-- sender takes too (lib/store/turns.ts).
CREATE FUNCTION vault.forget_contact(forgotten bytea, mails bytea[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('handrail.contact ' || encode(forgotten, 'hex'), 0));
  LOCK TABLE vault.contact, vault.mail IN ROW EXCLUSIVE MODE;
  DELETE FROM vault.mail WHERE id = ANY (mails);
  DELETE FROM vault.contact WHERE id = forgotten;
  RETURN FOUND;
END
$$;
REVOKE EXECUTE ON FUNCTION vault.forget_contact FROM PUBLIC;

-- `on`, or why it was ended, for whoever knows its token; null where there is none.
CREATE FUNCTION vault.contact_state(asked bytea) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(ended, 'on') FROM vault.contact WHERE id = asked
$$;
REVOKE EXECUTE ON FUNCTION vault.contact_state FROM PUBLIC;

-- Nobody takes mail there, or somebody complained of it: the address goes, and the reason is kept for its owner.
CREATE FUNCTION vault.end_contact(over bytea, reason text, until bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  LOCK TABLE vault.contact IN ROW EXCLUSIVE MODE;
  UPDATE vault.contact SET sealed = NULL, ended = reason, until_sealed = until, mixed = false
  WHERE id = over AND ended IS NULL;
  RETURN FOUND;
END
$$;
REVOKE EXECUTE ON FUNCTION vault.end_contact FROM PUBLIC;

INSERT INTO ops.login_grant (login, may) VALUES
  -- Web puts in and takes out; it can read no row, sealed as it is.
  ('web', 'INSERT ON vault.contact, vault.mail'),
  ('web', 'EXECUTE ON FUNCTION vault.keep_contact, vault.forget_contact, vault.contact_state'),
  ('worker', 'SELECT, DELETE ON vault.contact, vault.mail'),
  ('worker', 'EXECUTE ON FUNCTION vault.mix_mails, vault.end_contact');
SELECT ops.grant_logins();
