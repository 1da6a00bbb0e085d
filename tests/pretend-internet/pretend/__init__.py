"""The pretend internet: one process that plays the providers' faces, beside real Knot, Dovecot, Postfix and oidc-provider."""
