### The fixed words of the screens. One idea a sentence. Every promise is true.

screen-product = Todoita
screen-progress = Progress
screen-step-done = Done:
screen-language-other = 日本語
screen-privacy =
    We look up only the part after “@”.
    We collect no addresses and no passwords.
screen-more = Details
screen-copied = Copied
screen-seconds = { $seconds } s

## Addresses that can send

screen-home-title = Addresses that can send
screen-home-lead = This computer can send mail from them.
screen-home-empty = There are none yet. Add your address.
screen-home-remove = Remove this setup? The password or permission kept on this computer is removed too. Your mail stays.

## Address

screen-address-title = Enter your mail address
screen-address-lead = We find out how it can send.
screen-address-label = Mail address
screen-address-suggestion = Did you mean { $address }?
screen-address-or = or sign in right away
screen-address-consent = On the sign-in page, leave every box ticked. Then we send one test message to yourself.

## The one question

screen-question-title-mailbox = Where do you usually read this mail?
screen-question-lead-mailbox = One answer is needed to find out how { $address } can send.
screen-question-help-mailbox = Not sure? Open your mail and look at the address at the top of the browser. Gmail shows mail.google.com, Outlook shows outlook.office.com.
screen-question-title-organisation = Use this server?
screen-question-lead-organisation = The server that sends mail for { $address } belongs to a company with another name than the address.
screen-question-address = Your address
screen-question-server = The sending server
screen-question-odd = a misleading character
screen-question-help-organisation = If it is the company that runs your mail or your website, you can use it. If you do not know the name, do not use it: look at your contract, or ask the person who looks after your mail.
screen-evidence = How we know

## Permission in the browser

screen-provider-google = Google
screen-provider-microsoft = Microsoft
screen-provider-other = sign-in
screen-consent-title = Next, give permission in your browser
screen-consent-title-google = Press “Allow” in your browser
screen-consent-title-microsoft = Press “Accept” in your browser
screen-consent-title-other = Give permission in your browser
screen-consent-title-checking = Checking the permission
screen-consent-lead = The { $provider } page opens in your browser. You enter your password on that page only.
screen-consent-lead-waiting = We opened the { $provider } page. When you are done there, this screen goes on by itself.
screen-consent-lead-not-opened = The browser did not open. Copy the link below and paste it into your browser.
screen-consent-lead-checking = Your browser has answered.
screen-consent-choose = Choose { $address }.
screen-consent-choose-any = Choose the account you want to send from.
screen-consent-steps-google =
    Leave every box ticked.
    Press “Allow” or “Continue”.
screen-consent-steps-microsoft =
    If it asks for your password, enter it there.
    Press “Accept”.
screen-consent-steps-other =
    Leave every box ticked.
    Press the button that allows it.
screen-consent-link = Link to the sign-in page
screen-consent-starting = Opening the browser…
screen-consent-checking = One moment…
screen-consent-waiting = Waiting for the browser…
screen-consent-waited = { $minutes ->
    [one] Waiting for 1 minute. There is no time limit.
   *[other] Waiting for { $minutes } minutes. There is no time limit.
}
screen-consent-nothing = Nothing happens?
screen-consent-nothing-tips =
    The browser may be behind another window.
    If it opened with the wrong account, copy the link and paste it into another browser.
    Open it in a browser on this computer. It does not work on a phone.
screen-consent-error = Does the browser show an error?
screen-consent-error-label = The error’s words or number
screen-consent-error-help = Copy or paste words such as “Error 400: …” or “AADSTS…” as they are.

## Password

screen-password-title-app = Make a password for this app
screen-password-title-ordinary = Enter your mail password
screen-password-lead-app = { $provider } wants a password of its own for each app.
screen-password-lead-ordinary = The password of { $address }. It goes to { $host } only, encrypted.
screen-password-label-app = App password
screen-password-label-ordinary = Mail password
screen-password-user-name = User name ({ $name })
screen-password-user-name-help = Your mail provider told you this name when you signed up.
screen-password-show = Show
screen-password-hide = Hide
screen-password-show-label = Show the password

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
screen-relays-lead = Choose the service you have an account with. They stand in the order of their names.
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

## Check

screen-check-title = Checking the connection
screen-check-lead = When it is done, this screen goes on by itself.
screen-check-now = Now

## Did it arrive?

screen-arrival-title = Did the test message arrive?
screen-arrival-title-looking = Looking for the test message
screen-arrival-lead = The server took it at { $time }. That does not mean yet that it arrived.
screen-arrival-find = Open the mail of { $address }. Look for the message with these characters in its subject.
screen-arrival-spam = If you do not find it, look in the spam folder too.
screen-arrival-looking = Looking in the inbox…

## Done

screen-done-title = All set
screen-done-lead = This computer can send your mail.
screen-done-stamp = ARRIVED
screen-done-stamp-label = Postmark “Arrived”, { $date }, { $time }

## When it did not work

screen-problem-checks = What we checked
screen-problem-others = What else you can do
screen-problem-said = What the server said
screen-problem-lines = It got this far

## Letter to the administrator

screen-letter-title = Letter to your administrator
screen-letter-lead = Copy it and send it to your administrator by mail or chat.
screen-letter-ja = Japanese
screen-letter-en = English
screen-letter-copy = Copy
screen-letter-close = Close
screen-code-title = Enter this code on your phone or another device
screen-code-lead = For when the browser on this computer will not do. When you are done, this screen goes on by itself.
screen-code-page = 1. On the other device, open this page
screen-code-label = 2. Enter this code and sign in
screen-code-until = Good until { $time }. Do not give it to anyone.
screen-code-picture = QR code with the page’s address
screen-code-waiting = Waiting for the code to be entered…

## The settings card

screen-question-title-device = What is it for?
screen-question-lead-device = You get the settings for { $address }.
screen-question-title-maker = Who made it?
screen-question-lead-maker = The settings are then named as the device names them.
screen-card-path = Where it is in the device’s menus
screen-card-field = On the device: { $name }
screen-card-copy = Copy
screen-card-copy-all = Copy all
screen-card-print = Print
screen-card-notes = Good to know

## A key of one's own

screen-guide-at = Page { $at } of { $of }
screen-guide-file = Drop the file here, or choose it
screen-guide-file-choose = Choose the file
screen-guide-client-id = Application (client) ID
screen-guide-tenant-id = Directory (tenant) ID
screen-guide-tenant-id-help = Leave it empty if the registration also lets in other companies or personal accounts.
screen-problem-help = Help from your organisation

screen-records-title = Settings of { $domain }
screen-records-lead = So that mail sent by { $provider } arrives: what can be seen of the settings from outside.
screen-records-mx = Where mail goes (MX)
screen-records-spf = Who may send (SPF)
screen-records-dkim = Signature (DKIM)
screen-records-dmarc = Mail that proves nothing (DMARC)
screen-records-tenant = Registered with Microsoft
screen-records-sign-in = Signing in to send
screen-records-web = Web interface
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
screen-relays-doors = Ways that a company’s administrator opens, without a password
screen-relays-doors-lead = Here only the place counts (the company’s IP address). This program does not send that way. It explains what to type into a printer and the like.

screen-about-title = About Todoita
screen-about-lead = It makes a program’s mail go out again, and looks whether it arrived.
screen-about-version = Version
screen-about-system = This computer
screen-about-asking = Asking
screen-about-licence = Yours to use under the MIT licence or the Apache licence 2.0, as you like.
screen-about-parts = What it contains of others ({ $count })
screen-about-parts-lead = Each with its name and its licence. The texts of the licences are in THIRD-PARTY.md, which comes with the program.
