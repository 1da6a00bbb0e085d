### The settings of a domain: what stands in its DNS, the line that is missing, and what only an administrator can see.

record-no-answer = This setting of { $domain } could not be seen from this network. It may be there or not.
record-not-yours = { $domain } belongs to { $owner }, so nothing can be added to its settings. To send by a service, use a sender address with a domain of your own.

record-mx-found = Mail to { $domain } arrives at { $place }.
record-mx-filter = Mail to { $domain } passes { $place } first.
record-mx-forwarder = Mail to { $domain } is passed on elsewhere by { $place }.
record-mx-missing = { $domain } does not say where its mail goes (MX).
record-mx-null = { $domain } says that it takes no mail.

record-spf-found = It says that { $provider } may send.
record-spf-here = There is a list of servers that may send (SPF).
record-spf-not-needed = To send by { $provider }, nothing has to be added to the domain’s SPF.
record-spf-told = Whether { $provider } needs a line of its own here is said on its own page.
record-spf-missing = There is no list of servers that may send (SPF).
record-spf-missing-told = There is no list of servers that may send (SPF). What to write is on the page of { $provider }.
record-spf-lacks = There is a list of servers that may send (SPF), but the line that { $provider } asks for is not in it.
record-spf-two = There are { $count } lists of servers that may send (SPF). Until they are one, none of them counts.
record-spf-dead = The list of servers that may send (SPF) refers to “{ $name }”, which is not there any more. Because of that the whole list may be ignored.
record-spf-many = The list of servers that may send (SPF) leads to more than 10 other places. Receivers may stop reading it.
record-spf-open = The list of servers that may send (SPF) says that everybody may send. So it protects from nothing.

record-dkim-found = The key for the signature (DKIM) of { $provider } is there.
record-dkim-missing = The key for the signature (DKIM) is not at { $name }. If { $provider } gave you another name, it may be there.
record-dkim-missing-google = The key for the signature (DKIM) is not in its usual place ({ $name }). If another name was chosen in the Admin console, it cannot be seen from here.
record-dkim-missing-microsoft = The key for the signature (DKIM) is not at { $name }. What to write is shown in Microsoft Defender.
record-dkim-revoked = The key for the signature (DKIM) at { $name } was taken back.
record-dkim-hollow = The line { $name } is there, but the key for the signature (DKIM) behind it is not there yet. Signing is switched on in the pages of { $provider }.
record-dkim-elsewhere = { $name } leads to somebody other than { $provider }.
record-dkim-per-customer = The name of the key for the signature (DKIM) differs from customer to customer. Look on the page of { $provider } whether it is verified.
record-dkim-told = The name of the key for the signature (DKIM) is on the page of { $provider }.

record-dmarc-none = The rule for forged mail (DMARC) is “only report” (none).
record-dmarc-quarantine = The rule for forged mail (DMARC) is “to spam” (quarantine). Without a matching SPF or DKIM it is easily taken for spam.
record-dmarc-reject = The rule for forged mail (DMARC) is “refuse” (reject). Without a matching SPF or DKIM it may be refused.
record-dmarc-faulty = The rule for forged mail (DMARC) cannot be read in full.
record-dmarc-two = There is more than one rule for forged mail (DMARC). Until there is one, none of them counts.
record-dmarc-missing = There is no rule for forged mail (DMARC). Domains that send a lot are asked for one.

record-tenant-found = Microsoft knows an organisation with { $domain }.
record-tenant-missing = Microsoft knows no organisation with { $domain }.

record-sign-in-found = Signing in at { $host } works now.
record-sign-in-unseen = Signing in at { $host } could not be tried now.
record-web-found = The web service accepted the last test message.
record-web-unseen = Whether the web service is open cannot be known before something is sent.
record-reading-found = The door for receiving ({ $place }) answered.
record-reading-unseen = The door for receiving ({ $place }) did not answer. This network may be blocking it.

## What only an administrator can see
record-ask-google-programs = Security → Access and data control → API controls: this program is not blocked.
record-ask-google-reading = Apps → Google Workspace → Gmail → End User Access → POP and IMAP access: allowed, if mail is to be received too.
record-ask-google-two-step = 2-Step Verification in the Security section: people can turn it on, if app passwords are used.
record-ask-google-dkim = DKIM (email authentication) of Gmail: the key was made, it stands in the DNS, and authentication was started.
record-ask-microsoft-mailbox = Microsoft 365 admin center → Active users → the person → Mail → Manage email apps: “Authenticated SMTP” is ticked.
record-ask-microsoft-organisation = Exchange admin center → Settings → Mail flow: SMTP AUTH is not turned off for the organisation.
record-ask-microsoft-rules = Security defaults and Conditional Access: they do not stop this person’s sign-in.
record-ask-microsoft-consent = Entra admin center → Enterprise applications: an administrator agreed to sending (SMTP.Send or Mail.Send) for this program.
record-ask-microsoft-dkim = Email authentication settings (DKIM) of Microsoft Defender: signing is on for this domain.
