### The words of screens that few people see. They come with the View, so the page does not carry them: words and { $name }
### alone.

## The one question

screen-question-title-mailbox = Where do you usually read this mail?
screen-question-lead-mailbox = One answer is needed to find out how { $address } can send.
screen-question-help-mailbox = Not sure? Open your mail and look at the address at the top of the browser. Gmail shows mail.google.com, Outlook shows outlook.office.com or outlook.cloud.microsoft.
screen-question-title-organisation = Use this server?
screen-question-lead-organisation = The server that sends mail for { $address } belongs to a company with another name than the address.
screen-question-address = Your address, after the “@”
screen-question-server = The sending server
screen-question-odd = a misleading character
screen-question-help-organisation = If it is the company that runs your mail or your website, you can use it. If you do not know the name, do not use it: look at your contract, or ask the person who looks after your mail.
screen-question-title-device = Where will you use it?
screen-question-lead-device = We show the settings for { $address }.
screen-question-title-maker = Who made it?
screen-question-lead-maker = We show the settings for its devices.

## By hand

screen-by-hand-title = Enter the name of the mail server
screen-by-hand-lead = The mail server is the machine that sends the mail of { $address }. Its name is in the papers from your mail provider.
screen-by-hand-host = Outgoing mail server (SMTP)
screen-by-hand-host-help = For example mail.example.jp
screen-by-hand-empty = Leave empty what you do not know. We find it out.
screen-by-hand-port = Port
screen-by-hand-security = Encryption
screen-by-hand-security-auto = Find out
screen-by-hand-security-tls = TLS (from the start)
screen-by-hand-security-starttls = STARTTLS (after the start)
screen-by-hand-user-name = User name (if it is not the address)

## Sending services

screen-relays-title = Which sending service do you use?
screen-relays-lead = Choose the service you have an account with.
screen-relays-care = An address at your own or your company’s domain (the name after the @) is best as the sender. With an address such as gmail.com, mail is easily taken for spam.
screen-relay-title = Sending with { $provider }
screen-relay-lead = When all is ready, we send one test message to make sure.
screen-relay-address = The sender’s address
screen-relay-place-region = Region (the place that { $provider } shows)
screen-relay-place-account = Name of the account (as { $provider } shows it)
screen-relay-place-host = Name of the server (SMTP)
screen-relay-user-name = User name ({ $name })
screen-relay-key = { $key }
screen-relay-recipient = Where the test message goes
screen-relay-recipient-help = If this stays empty, it goes to the sender’s address. If mail cannot be read there, enter an address where you can see it arrive.
screen-relays-doors = Ways that a company’s administrator opens, without a password
screen-relays-doors-lead = Here only the place counts (the company’s IP address). This program does not send that way. It explains what to type into a printer and the like.

## Settings of a domain

screen-records-title = Settings of { $domain }
screen-records-lead = We look at the settings that can be seen from outside, so that mail sent by { $provider } arrives.
screen-records-mx = Where mail goes (MX)
screen-records-spf = Who may send (SPF)
screen-records-dkim = Signature (DKIM)
screen-records-dmarc = What to do with forged mail (DMARC)
screen-records-tenant = Registered with Microsoft
screen-records-sign-in = Signing in to send
screen-records-web = Web service
screen-records-reading = Door for receiving
screen-records-found = In place
screen-records-missing = Missing
screen-records-faulty = Needs a change
screen-records-unseen = Cannot be seen from here
screen-records-now = What stands there now
screen-records-add = The line to add
screen-records-instead = The line to put in its place
screen-records-owner = Name
screen-records-kind = Type
screen-records-value = Value
screen-records-help = Whoever can change the domain’s settings (DNS) writes it. Where the page adds the domain by itself, leave the domain out of the name (@ where nothing is left).
screen-records-ask = What only an administrator can see
screen-records-ask-help = It cannot be seen from here, only in the administrator’s own pages. Names of menus may differ a little.

## About this program

screen-about-title = About Todoita
screen-about-lead = It makes a program’s mail go out again, and checks that it arrived.
screen-about-version = Version
screen-about-system = This computer
screen-about-asking = Checking
screen-about-licence = Yours to use under the MIT licence or the Apache licence 2.0, as you like.
screen-about-parts = Work of others inside ({ $count })
screen-about-parts-lead = Each with its name and its licence. The texts of the licences are in THIRD-PARTY.md, which comes with the program.
