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

screen-home-title = Your addresses
screen-home-lead = Test them again, or see the settings for other devices.
screen-home-trouble = Something is wrong with an address here. Press “See what is wrong” to find out what helps.
screen-home-empty = There are none yet. Add your address.
screen-home-remove = Remove this setup? The password or permission kept on this computer is removed too. Your mail stays.

## Address

screen-address-title = Enter your mail address
screen-address-lead = We find out how it can send.
screen-address-label = Mail address
screen-address-suggestion = Did you mean { $address }?
screen-address-or = or sign in right away
screen-address-consent = If Google’s page shows boxes, tick every one. Then we send one test message to yourself.

## The one question

screen-evidence = How we know

## Permission in the browser

screen-provider-google = Google
screen-provider-microsoft = Microsoft
screen-provider-other = sign-in
screen-consent-title = Next, give permission in your browser
screen-consent-title-google = Give permission in your browser
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
    If there are boxes, tick them all.
    Press “Allow” or “Continue”.
screen-consent-steps-microsoft =
    If it asks for your password, enter it there.
    Press “Accept”.
screen-consent-steps-other =
    If there are boxes, tick the one for sending mail.
    Press the button that allows it.
screen-consent-link = Link to the sign-in page
screen-consent-starting = Opening the browser…
screen-consent-checking = One moment…
screen-consent-waiting = Waiting for the browser…
screen-consent-waited = { $minutes ->
    [one] Waiting for 1 minute. There is no hurry.
   *[other] Waiting for { $minutes } minutes. There is no hurry.
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

screen-password-title-app = Get an app password
screen-password-title-ordinary = Enter your mail password
screen-password-lead-app = { $provider } wants an app password instead of your usual one.
screen-password-lead-ordinary = The password of { $address }. It goes to { $host } only, encrypted.
screen-password-label-app = App password
screen-password-label-ordinary = Mail password
screen-password-user-name = User name ({ $name })
screen-password-user-name-help = It is on the page of the steps above, or in what your mail provider told you.
screen-password-user-name-help-told = It is in what your mail provider told you.
screen-password-show = Show
screen-password-hide = Hide
screen-password-show-label = Show the password

## Check

screen-check-title = Checking the connection
screen-check-lead = When it is done, this screen goes on by itself.
screen-check-now = Now

## Did it arrive?

screen-arrival-title = Did the test message arrive?
screen-arrival-title-looking = Looking for the test message
screen-arrival-lead = The server took it at { $time }. That does not mean yet that it arrived.
screen-arrival-find = Open the mail of { $address }. Look for the message with these characters in its subject.
screen-arrival-seeking = We are looking in the mail of { $address } for the message with these characters in its subject. You can look, too.
screen-arrival-spam = If you do not find it, look in the spam folder too.
screen-arrival-looking = Looking in the inbox…

## Done

screen-done-title = All set
screen-done-lead = Sending from this address works.
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
screen-code-lead = For when signing in with the browser opened from here does not work. When you are done, this screen goes on by itself.
screen-code-page = 1. On another device, or in another browser, open this page
screen-code-label = 2. Enter this code and sign in
screen-code-until = Good until { $time }. Do not give it to anyone.
screen-code-picture = QR code with the page’s address
screen-code-waiting = Waiting for the code to be entered…

## The settings card

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
