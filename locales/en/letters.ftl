# Letters to the administrator. Menu names are those of the English pages; where one is from memory, the words say “or
# similar”. The source and the month of checking stand above each letter.

# 2026-11: Microsoft Learn, “Enable or disable SMTP AUTH” (menus, Set-CASMailbox).
letter-smtp-auth-off-subject = Request: please turn on Authenticated SMTP for my mailbox
letter-smtp-auth-off-body =
    I would like to send mail from a program as { $address }, but “Authenticated SMTP” is off in Microsoft 365.
    Could you turn it on for this one mailbox, in one of these ways?

    1. Microsoft 365 admin center → Users → Active users → the person → Mail → Manage email apps → tick “Authenticated SMTP” and save
    2. PowerShell: Set-CASMailbox -Identity { $address } -SmtpClientAuthenticationDisabled $false

    It can take about an hour until it works.
    { $login ->
        [oauth]
            I sign in with the browser (OAuth 2.0); no password is given to the program.
            Program: Todoita (client id { $client })
            Permission used: SMTP.Send (sending only)
       *[other]
            The program (Todoita) signs in with the user name and the password of this mailbox, over an encrypted line.
            If a password may not be used, please tell me: with its browser sign-in (OAuth 2.0), too, the program needs this setting.
    }
    The server said: { $said }
# 2026-11: Microsoft Learn, “Enable or disable SMTP AUTH” (defaults and switch); GoDaddy help on Microsoft 365.
letter-safety-rule-subject = Sending mail is stopped by a safety rule
letter-safety-rule-body =
    When I tried to send mail as { $address }, a safety rule (security defaults or conditional access) stopped it.
    { $login ->
        [oauth]
            Could you allow SMTP sending with browser sign-in (OAuth 2.0)? No sign-in with a password alone is used.

            1. If there is a conditional access rule, exempt this program’s OAuth 2.0 sign-in from it
       *[other]
            The program signed in with the user name and the password of this mailbox. Could you allow that, or tell me to sign in with the browser (OAuth 2.0) instead?

            1. If a rule stops sign-ins with a password (basic authentication), decide whether this mailbox may be exempted from it
    }
    2. Turn SMTP sending on for this mailbox (PowerShell): Set-CASMailbox -Identity { $address } -SmtpClientAuthenticationDisabled $false
    With a GoDaddy contract: Email & Office Dashboard → Microsoft 365 Admin → Security Settings

    { $login ->
        [oauth]
            Program: Todoita (client id { $client })
            Permission used: SMTP.Send (sending only)
       *[other] Program: Todoita
    }
    The server said: { $said }
# 2026-11: Google Workspace admin help 7281227; Microsoft Learn (admin consent).
letter-approval-needed-subject = Request: please approve a program (Todoita)
letter-approval-needed-body =
    To send mail as { $address }, a program has to be approved first. Could you approve it?

    Program: Todoita (client id { $client })
    Google Workspace: Admin console → Security → Access and data control → API controls → App access control, mark this client id as “Trusted”
    Microsoft 365: Entra admin center → Enterprise applications, grant admin consent to this program (for mail it asks for sending alone, SMTP.Send or Mail.Send; the others, openid, profile, email and offline_access, are for the sign-in). If it is not in the list yet, an administrator can sign in with it once and tick “Consent on behalf of your organization”
    The page said: { $said }
# 2026-11: Microsoft Learn (list of AADSTS numbers).
letter-sign-in-rule-subject = My sign-in is stopped by a rule
letter-sign-in-rule-body =
    When I signed in as { $address }, a rule of our organisation (such as conditional access) stopped it.
    Could you allow the following program?

    Program: Todoita (client id { $client })
    Permission used: { $route ->
        [graph] Mail.Send
       *[other] SMTP.Send
    } (sending only)
    The page said: { $said }
# No menu is named.
letter-certificate-unknown-subject = About the certificate of the mail server
letter-certificate-unknown-body =
    While setting up { $address }, the certificate of the mail server could not be verified (number { $state }).
    If a device in between (virus scanner, proxy) inspects the connection, please install its certificate on this computer or exempt mail.
    If the server’s certificate is self-signed, please replace it by a publicly trusted one.
# 2026-11: the hosts as in the OAuth 2.0 documents of Google and Microsoft.
letter-sign-in-page-blocked-subject = The connection to the sign-in page is blocked
letter-sign-in-page-blocked-body =
    While { $address } was being set up, a device in between (a proxy, a virus scanner) blocked or opened the connection to the sign-in page (number { $state }).
    Could you let HTTPS to these hosts pass unopened?

    Google: accounts.google.com, oauth2.googleapis.com
    Microsoft: login.microsoftonline.com
    Program: Todoita (client id: { $client })
    What was shown: { $said }
# 2026-11: Google Workspace admin help 7281227; Google Account help 185833; guide.worksmobile.com (third-party app password).
# The place of the 2-step menu is from memory.
letter-app-passwords-forbidden-subject = App passwords
letter-app-passwords-forbidden-body =
    To send mail from { $address }, an app password was to be made, and it was not possible.
    Could you allow one of these?

    1. Google Workspace, signing in with the browser (OAuth 2.0): Admin console → Security → Access and data control → API controls → App access control, and mark the program Todoita (client id: { $client }) as “Trusted”
    2. Google Workspace, app passwords: Admin console → Security → 2-Step Verification (or similar), and let people turn it on (with security keys only, none can be made)
    3. LINE WORKS and the like: allow POP3/IMAP/SMTP and passwords for third-party apps
# No menu is named.
letter-domain-not-approved-subject = DNS records for our domain (SPF, DKIM, DMARC)
letter-domain-not-approved-body =
    A message from { $address } was refused by the receiving side (number { $state }).
    Could you add the sending server in use to the domain’s SPF record, turn DKIM signing on, and publish a DMARC record?

    What the server said: { $said }
# No names of menus.
letter-settings-faulty-subject = The settings file of Todoita
letter-settings-faulty-body =
    When I opened Todoita it said that a settings file has a mistake (number { $state }).
    The name of the file and the line are shown in the program. Could you please correct it?
# No names of menus.
letter-not-allowed-here-subject = The ways that Todoita may use
letter-not-allowed-here-body =
    I would like to send mail from { $address }, but the settings of Todoita (allow in todoita.toml) switch off every way that this address could use.
    Could you please allow one, or tell me what to use instead?
# 2026-11: Google Workspace admin help (SMTP relay service; SMTP errors and codes), Microsoft Learn (connectors; NDR errors).
letter-relay-place-unknown-subject = Request: please register an IP address for sending mail
letter-relay-place-unknown-body =
    Mail from { $address } was refused by our company’s way of sending. The IP address of this place does not seem to be registered.

    Google Workspace: Admin console → Apps → Google Workspace → Gmail → Routing → SMTP relay service: add the public IP address of this place, or allow SMTP authentication.
    Microsoft 365: Exchange admin center → Mail flow → Connectors: add it to the connector from “Your organization’s email server” to “Office 365”. Where sending without a sign-in (Direct Send) is off, a connector is needed, or sending with a sign-in.

    What the server said (it may hold the IP address): { $said }
# 2026-11: Google Workspace admin help 7281227, 105694, 174124. RFC 7208, 6376, 7489.
letter-records-google-subject = Please check the mail settings of { $domain }
letter-records-google-body =
    I send mail as { $address } with a program on my computer. The settings of { $domain } were looked at as far as they can be seen from outside.
    What came of it (faulty: there, but to be mended; unseen: not visible from outside):
    { $seen }

    Proposed DNS records (where there is an SPF record of the same name, replace it):
    { $records }

    The rest cannot be seen from outside. Could you look at it in the Admin console?
    1. Security → Access and data control → API controls: the program Todoita (client ID: { $client }) is not blocked
    2. Apps → Google Workspace → Gmail → End User Access → POP and IMAP access: allowed, if mail is to be received too
    3. 2-Step Verification: people can turn it on, if app passwords are used
    4. DKIM of Gmail: the key was made, it stands in the DNS, and authentication was started
# 2026-11: Microsoft Learn, Enable or disable SMTP AUTH; admin consent; New-DkimSigningConfig.
letter-records-microsoft-subject = Please check the mail settings of { $domain }
letter-records-microsoft-body =
    I send mail as { $address } with a program on my computer. The settings of { $domain } were looked at as far as they can be seen from outside.
    What came of it (faulty: there, but to be mended; unseen: not visible from outside):
    { $seen }

    Proposed DNS records (where there is an SPF record of the same name, replace it):
    { $records }

    The rest cannot be seen from outside. Could you look at it?
    1. Microsoft 365 admin center → Users → Active users → the person → Mail → Manage email apps: “Authenticated SMTP” is ticked
    2. Exchange admin center → Settings → Mail flow: SMTP AUTH is not turned off for the organisation
    3. Security defaults and Conditional Access: they do not stop this person’s sign-in
    4. Entra admin center → Enterprise applications: an administrator agreed to sending (SMTP.Send or Mail.Send) for Todoita (client ID: { $client })
    5. Microsoft Defender, Email authentication settings (DKIM): signing is on for { $domain }
# 2026-11: RFC 7208, 6376, 7489.
letter-records-relay-subject = Please set the DNS of { $domain } for { $provider }
letter-records-relay-body =
    Mail from { $address } is sent by way of { $provider }. The DNS of { $domain } was looked at.
    What came of it (faulty: there, but to be mended; unseen: not visible from outside):
    { $seen }

    Proposed DNS records (where there is an SPF record of the same name, replace it; a domain has one SPF record only):
    { $records }

    Please write the other lines, such as DKIM, as the pages of { $provider } show them.

# When the mail program does not open.
letter-not-opened = We could not open your mail program. The letter has been copied: paste it into a new message.
