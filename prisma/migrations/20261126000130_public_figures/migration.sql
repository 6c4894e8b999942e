-- Everybody may read some of what is printed for researchers; what the next release is set against stays the worker's.
INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT (counted_on, printed) ON ops.figure_release');
SELECT ops.grant_logins();
