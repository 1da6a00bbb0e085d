# The settings card: what is typed into another program or device, and truly whether it can work there.
# Source and date of what is said of devices: crates/providers/data/devices.toml.

card-title-mail-program = Settings for a mail program
card-title-device = Settings for a printer or scanner
card-title-maker = Settings for { $maker } devices
card-title-wordpress = Settings for WordPress
card-title-program = Settings for a program
card-title-receiving = Settings for receiving mail

## Whether it works
card-lead-same = These are the settings Todoita sent mail with.
card-lead-untried = The server is the one Todoita sent mail with. Sending with a password has not been tried yet.
card-lead-key-long = Passwords on this device may be limited to { $count } characters. The key of a sending service is often longer, so look at its length first.
card-lead-consent-program = A mail program that can sign in through the browser can use it. One that only asks for a password usually cannot send.
card-lead-consent-wordpress = A plug-in that can sign in with Microsoft may work. One that only asks for a password usually cannot send.
card-lead-consent-code = A program that can send with OAuth 2.0 can use it. One that only knows passwords usually cannot send.
card-lead-consent-some = Some { $maker } models can send with permission given in the browser (OAuth 2.0). Those can use it. Other models can send only while your company’s administrator keeps sending with a password switched on.
card-lead-consent-none = { $maker } devices can only send with a password. This address cannot send with a password, so they cannot use it.
card-lead-consent-none-company = { $maker } devices can only send with a password. They can use this address only while your company’s administrator keeps sending with a password switched on.
card-lead-consent-not-found = This address can only send with permission given in the browser (OAuth 2.0). No { $maker } model that can do this was found.
card-lead-consent-not-found-company = No { $maker } model that can send with permission given in the browser (OAuth 2.0) was found. It can send only while your company’s administrator keeps sending with a password switched on.
card-lead-consent-unknown = This address sends with permission given in the browser (OAuth 2.0). It is not known whether { $maker } devices can do this. Ask the maker.
card-lead-consent-device = This address sends with permission given in the browser (OAuth 2.0). Ask the maker whether your model can do this.
card-lead-web-google = Todoita sends through Google’s web service. Most other programs and devices cannot use that. Below are the settings of the usual mail server. Todoita has not sent with them.
card-lead-web-microsoft = Todoita sends through Microsoft’s web service. Most other programs and devices cannot use that. Below are the settings of the usual mail server. Todoita has not sent with them.

## What is typed
card-server = Outgoing server (SMTP)
card-port = Port
card-security = Encryption
card-user-name = User name
card-sender = Sender’s address
card-password = Password
card-incoming-imap = Incoming server (IMAP)
card-incoming-pop = Incoming server (POP)

card-password-usual = Your usual mail password.
card-password-app = Make a new password for this device at { $provider }. Keep it apart from the one you gave Todoita.
card-password-google = Make a new app password at Google. Turn on 2-step verification first.
card-password-workspace = Make a new app password at Google. Your company may not allow this.
card-password-key = Make a new key for this device on the sending service’s page.
card-password-none = A password does not work here. Give permission on the device’s own sign-in page.
card-password-company = A password usually does not work here. Give permission on the device’s own sign-in page.
card-password-none-receiving = A password does not work for receiving. Give permission in the mail program’s own sign-in window.

## What to know
card-note-google-sign-in = If the mail program shows Google’s sign-in page, use that. Then no password is needed.
card-note-wordpress = In WordPress, install a plug-in with SMTP settings and type them there.
card-note-google-relay = Your company’s administrator can set up Google’s SMTP relay (smtp-relay.gmail.com). If it lets your company’s internet address (IP address) through, the device needs no password.
card-note-microsoft-closed = While your company keeps sending by mail server switched off, devices that use permission from the browser cannot send either.
card-note-microsoft-password = At company Microsoft 365, sending with a password is switched off at the end of December 2026. For a while, an administrator can switch it on again.
card-note-microsoft-ways = Other ways an administrator can set up: a connector for a fixed IP address, HVE for mail inside the company only, another company’s sending service.
card-note-other-address = Where it does not work, give the device another address that can send with a password, or a sending service.
card-note-sender = The sender must be this address. Another one may be refused.
card-note-tls = Some old models cannot do today’s encryption (TLS 1.2 or later). They cannot send.
card-note-menus = Names in the menus differ a little from model to model.
card-note-consent-too = Some { $maker } models can also send from a Google address with permission given in the browser (OAuth 2.0). They need no password.
card-note-models = Models known to do this: { $models }. They may need an update first.
card-note-password-max = The password may be limited to { $count } plain characters. A longer one does not fit.
card-note-password-of-one-model = The limit is the one in the manual of the PX-M382F.
card-note-old-tls = Some old models only know TLS 1.0 or 1.1, which is old encryption. They cannot send.
card-note-plain-at-first = At first it is set to no encryption and port 25. Be sure to change it to the settings above.
card-note-switch-on-sending = First switch on “SMTP (E-mail TX)”.

## Receiving
card-receiving-now = Trying whether mail can be received…
card-receiving-works = Receiving works. The inbox was opened just now with the same sign-in.
card-receiving-works-once = Receiving works. Your inbox was opened with the permission to read that you gave just now. That permission is not kept on this computer.
card-receiving-unreached = The incoming server could not be reached.
card-receiving-untrusted = It is not certain that this is the right incoming server. The password was not sent.
card-receiving-strange = The incoming server’s answer was not understood.
card-receiving-refused = The incoming server said no.
card-receiving-only-sends = Receiving was not tried. The permission Todoita holds is for sending only.
card-receiving-no-server = No incoming server is known. Look in your mail provider’s instructions.
card-receiving-relay = A sending service only sends. It cannot receive mail.
card-note-wider-right = Receiving needs a wider permission, to read your mail ({ $right }). The mail program you receive with asks for it itself.
card-note-company-policy = Your company may require its administrator’s approval for that, or may not allow it.
card-note-switch-reading = Switch on IMAP or POP in your mail provider’s settings. Then try again.
card-note-said = The server’s answer, word for word: { $said }

## Ways that a company's administrator opens, without a password
card-door-mx = The name to which mail of the company’s domain goes (MX). Ask the administrator for it.
card-door-no-password = None, and no user name either.
card-door-sender = An address of the company’s domain.
card-door-google-relay-by-address-lead = For a company at Google Workspace: sends inside the company and outside. The administrator registers the company’s IP address.
card-door-google-relay-by-address-1 = In the Admin console, Apps → Google Workspace → Gmail → Routing → SMTP relay service, the administrator registers who may be the sender, and the IP address.
card-door-google-relay-by-address-2 = It can take an hour until it works, at most a day.
card-door-google-relay-by-address-3 = When the company’s IP address changes, sending ends. A line with a fixed IP address suits it.
card-door-google-relay-by-address-4 = A refusal with “550 5.7.0” or “550 5.7.1” means that the IP address or the sender is not what was registered.
card-door-microsoft-connector-lead = For a company at Microsoft 365: sends inside the company and outside. The administrator registers the company’s IP address in a connector.
card-door-microsoft-connector-1 = In the Exchange admin center, Mail flow → Connectors, the administrator adds a connector from “Your organization’s email server” to “Office 365” and enters the IP address of this place.
card-door-microsoft-connector-2 = It needs a fixed IP address (or a certificate). Lines at home often block port 25.
card-door-microsoft-connector-3 = The domain’s SPF names this IP address, too. Otherwise mail is easily taken for spam.
card-door-microsoft-connector-4 = A refusal with “550 5.7.64” means that the IP address is not that of the connector.
card-door-microsoft-direct-send-lead = For a company at Microsoft 365: sends inside the company only. Nobody signs in, so the mail is checked like mail from outside.
card-door-microsoft-direct-send-1 = It does not send outside the company. For that use a connector, or a way with a sign-in.
card-door-microsoft-direct-send-2 = The domain’s SPF names the IP address of this place, too. Otherwise mail is easily taken for spam.
card-door-microsoft-direct-send-3 = The company may have closed this way. Then the refusal is “550 5.7.68”.
card-door-microsoft-direct-send-4 = Microsoft recommends a way with a sign-in, or a connector.
