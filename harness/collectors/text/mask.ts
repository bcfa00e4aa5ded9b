/**
 * A sed -E program that hides what a mount source or option could hold: `password=…` in any spelling,
 * and `user:secret@` in a URL. It runs on the host, so that the secret never travels.
 */
export const MASK =
  's#((pass|password|passwd|token|secret|psk|authkey|key)=)[^, ]*#\\1***#Ig; s#(://[^:/@ ]*:)[^@ ]+@#\\1***@#g'
