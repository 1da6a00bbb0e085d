# Short sentences within screens. Fixed headings are in screens.ftl.

as-it-is = { $value }

step-address = Address
step-connect = Connect
step-check = Check
step-arrival = Arrived

## Beneath the address
hint-consent = This is { $provider }. You can send by signing in with your browser.
hint-app-password = This is { $provider }. You can send with an app password.
hint-password = This is { $provider }. You can send with your password.
hint-preparation = This is { $provider }. One thing has to be prepared first.
hint-impossible = This is { $provider }. It cannot be used from this program.
hint-idn = The name is not in plain Latin letters. Servers are asked for it as { $ascii }.
hint-mixed-script = Letters of different scripts that look alike are mixed. The real name is { $ascii }.
hint-smtputf8 = There are letters before the “@” that many servers do not take yet.
hint-folded = Full-width letters are read as half-width ones.

searching-dns = Finding out where this mail lives…
searching-web = Looking for published settings…
searching-probe = Trying the usual server names…
searching-slow = This takes longer than usual. You can also enter the server yourself.

## Consent in the browser
consent-starting = Getting ready…
consent-waiting = Your browser is open. Give permission there.
consent-checking = Checking the answer…
consent-error-empty = Enter the words that the browser shows.
consent-error-unknown = We do not know those words. We keep waiting.
consent-nothing-yet = Nothing has come back yet. If no browser opened, press “Open again”, or copy the link and paste it into your browser.

## Passwords
error-password-empty = Enter the password.
error-user-name-empty = Enter the user name.
error-relay-address = An address looks like “taro@example.com”.
error-relay-key-empty = Paste the key of the service.
error-relay-place = Enter the name just as the service shows it.
error-host-empty = Enter the name of the server.
error-host-shape = A server name looks like “smtp.example.com”.
error-port = The port is a number from 1 to 65535. Leave it empty if you do not know it.

## Did it arrive
arrival-looking = Looking in your mailbox…
arrival-asked = The server took the message. Please say whether it arrived.
arrival-shut = We could not look into the mailbox, so we do not know whether it arrived. Please open it yourself, and say what you see.

## Done
done-title = You are set up
done-address = Address
done-road = Sends by
done-kept = Kept in
done-place = Arrived in
done-kept-keychain = this computer’s password store
done-kept-session = not stored (gone when you close the program)
done-in-inbox = the inbox (seen after { $seconds } s)
done-in-folder = the folder “{ $folder }” (a rule has moved it)
done-in-spam = the spam folder (seen after { $seconds } s)
done-confirmed = you confirmed it
road-oauth = { $provider } sign-in
road-app-password = App password of { $provider }
road-password = Password of { $provider }
road-relay-key = Key of { $provider }

## The list
home-last-arrived = The test arrived
home-last-spam = The test went to spam
home-last-accepted = The server took the test. Nobody has confirmed yet that it arrived
home-last-none = No test sent yet
home-watch-none = The sign-in is checked once a day
home-watch-well = Daily check: the sign-in works
home-watch-trouble = Daily check: something is wrong
home-watch-on = From now on, Todoita signs in as { $address } once a day to see whether that still works. It sends no mail. You only hear of it when something new is wrong.
home-watch-off = { $address } is not checked daily any more.
home-watch-failed = The daily check of { $address } could not be set up: this computer does not let a program start once a day.
home-watch-failed-mac = The daily check of { $address } could not be set up. First move Todoita to the Applications folder and open it from there.
home-removing = Removing { $address }…
home-removed = { $address } is removed. No password is left on this computer.
home-removed-microsoft = { $address } is removed. The permission is still listed in your Microsoft account. You can revoke it there.
home-removed-and-revoked = { $address } is removed, and its permission is revoked. No password or permission of this address is left on this computer.
home-removed-not-revoked = { $address } is removed. We could not confirm that the permission was revoked. You can revoke it on your Google account page.
home-remove-failed = { $address } could not be removed: the password store is not open. Unlock it and try again.
home-remove-no-store = The password or permission of { $address } could not be deleted: this computer’s password store cannot be found.
home-remove-refused = { $address } could not be removed: the password store refused to open. Try again, and allow it when you are asked.
home-remove-not-deleted = { $address } could not be removed: the password store did not delete what it keeps. Try again.
home-taken-off = { $address } is off the list. If the password store comes back, its password or permission may still be in it.

## The problem card
who-you = You can fix this
who-administrator = Ask your administrator
who-provider = Ask your mail provider
who-wait = Please wait a while
who-us = This is our program’s fault
who-unknown = Not known yet
certainty-sure = We are sure
certainty-likely = This is the likely cause
detail-state = Number
detail-stage = Where
detail-server = Server
stage-address = the address
stage-find = finding the settings
stage-consent = consent in the browser
stage-token = receiving the permission
stage-connect = connecting to the server
stage-secure = the encrypted line
stage-sign-in = signing in
stage-sender = checking the sender
stage-hand-over = handing the message over
stage-keep = storing the password
stage-arrive = arriving

## The one question
question-why-filter = A mail filter ({ $name }) stands in front of the mailbox, so we cannot see it from here.
question-why-two-answers = We got two different answers.
question-named-by-dns = The DNS of { $domain } (the internet’s address book) points to this server.
question-named-by-file = The instructions of { $domain } were kept at another organisation.
question-named-by-ispdb = A public list of settings (ISPDB) names this server.
question-named-by-trying = We tried the usual server names and found this one.
question-look-alike = They look alike, but “{ $domain }” and “{ $server }” are two different names.

## What was checked after a failure
check-control-answers = Port { $port } of another mail server ({ $host }) answered. This network does not block sending mail.
check-control-silent = Port { $port } of another mail server ({ $host }) did not answer either.
check-port-open = Port { $port } of { $host } is open.
check-port-closed = Port { $port } of { $host } did not answer.
check-clock-wrong = The certificate of somebody else ({ $host }) looked out of date too. The clock of this computer is wrong.
check-clock-right = The certificate of somebody else ({ $host }) looked right. The clock is right.
check-starttls-known = { $host } normally offers encryption. A device in between may be stopping it.
consent-by-web = This is another way of sending, so you sign in once more. For mail we ask only to send; the rest is for the sign-in.
consent-google-wide = Google’s page also speaks of reading and deleting mail: it has no smaller permission for this way of sending. Todoita only sends, and looks for its own test message.
consent-code-waiting = Enter the code on the other device. We are waiting.
report-saved = The report is saved: { $place }
report-not-saved = The report could not be saved. Use “Copy the report” instead.
records-looking = Looking at the domain’s settings
records-good = Everything we looked at is in place
records-wrong = { $count ->
    [one] One thing needs a change
   *[other] { $count } things need a change
 }
records-not-yours = These settings are not yours to change. Use a sender address with a domain of your own
records-nothing-seen = Nothing could be seen just now. Check the network and look again
records-unseen = All we could see is in place. Some of it we could not see
consent-for-reading = The permission to read is used once, to try receiving. It is not kept on this computer
about-newest = This is the newest version.
about-newer = There is a newer version, { $version }. You can get it on the program’s own page.
about-not-reached = We could not check just now. Please try again later.
about-not-believed = We could not be sure that the answer comes from whoever hands the program out. Nothing was changed; you can go on as before.
