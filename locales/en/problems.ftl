# When something goes wrong. Title, reason, what to do.
# In “-steps” each line is one thing to do.

problem-address-incomplete = Enter the full address
problem-address-incomplete-reason = Check that everything after the “@” is there.

problem-address-folded = We changed full-width letters to half-width ones
problem-address-folded-reason = The address is now { $address }.

problem-address-typo = Did you mean { $suggestion }?
problem-address-typo-reason = There is a name very much like it. We do not change anything by ourselves.

problem-domain-not-found = The name after the “@” does not exist
problem-domain-not-found-reason = We found no { $domain }. Check the spelling.

problem-domain-takes-no-mail = This domain takes no mail
problem-domain-takes-no-mail-reason = The owner of { $domain } has announced that it does not use mail.

problem-offline = You are not online
problem-offline-reason = Nobody answered. Check your Wi-Fi or cable.

problem-captive-portal = This Wi-Fi wants a sign-in first
problem-captive-portal-reason = This network seems to want something from you before it lets anything through. Open its page in the browser, then try again. Nothing was sent.

problem-settings-not-found = We could not find the settings
problem-settings-not-found-reason = Nobody publishes settings for { $domain }. If you know the server’s name, you can enter it and go on.
problem-settings-not-found-steps =
    Open the papers or the help page of your mail provider.
    Look for the name of the “outgoing server” or “SMTP server”.
    Press “Enter the server myself” and type that name.

problem-only-unprotected = There is no safe line, so we do not send a password
problem-only-unprotected-reason = The settings published for { $domain } know only unencrypted connections.
problem-only-unprotected-steps =
    Ask your mail provider for the name of an encrypted outgoing server.
    Then go on with “Enter the server myself”.

problem-closed-service = { $provider } cannot be used from other programs
problem-closed-service-reason = { $provider } takes no mail from other programs, or the service has ended. You can set up another address here.

problem-outlook-needs-consent = You allow it in the browser
problem-outlook-needs-consent-reason = Outlook.com no longer takes passwords from programs. You sign in with the browser and press “Accept” instead.

problem-browser-not-opened = The browser did not open
problem-browser-not-opened-reason = We could not open a browser. Copy the link and paste it into your browser.

problem-listen-failed = We could not open the way back
problem-listen-failed-reason = Another program seems to be in the way. Trying again uses another one.

problem-code-expired = The code has run out
problem-code-expired-reason = The sign-in was not finished while the code was good. You can try again with a new one.

problem-consent-stopped = Stopped
problem-consent-stopped-reason = Nothing was stored.

problem-consent-denied = Permission was not given
problem-consent-denied-reason = In the browser, the button that refuses was pressed. Nothing was stored.

problem-consent-mismatch = The answer did not match, so we threw it away
problem-consent-mismatch-reason = What came back from the browser does not belong to our question. For safety it was not used.

problem-other-account = You signed in as { $chosen }, not as { $typed }
problem-other-account-reason = Another account was chosen in the browser. Which one do you want to use? Nothing is stored yet.

problem-scope-missing = One box was not ticked
problem-scope-missing-reason = The box for sending mail was left empty. The browser opens once more: tick every box.

problem-no-lasting-permission = This would end in about an hour
problem-no-lasting-permission-reason = We did not get a lasting permission. Signing in once more nearly always brings it.

problem-approval-needed = Your organisation must approve this program
problem-approval-needed-reason = In your company or school, only programs approved by the administrator can be used. Your password is not the cause.

problem-other-organisations-door = This sign-in is for another organisation
problem-other-organisations-door-reason = The key of this program belongs to another organisation. Choose an account of that organisation, or use another address.

problem-program-not-open = This program is not open to your account yet
problem-program-not-open-reason = Its registration is still in testing, or has no room for more people. If an app password works for you, you can send with that.

problem-unverified-warning = Google shows a warning page
problem-unverified-warning-reason = “Google hasn’t verified this app” appears while a program’s registration has not been reviewed. If you chose this program yourself, you can go on. If you are unsure, do not; an app password may work instead.
problem-unverified-warning-steps =
    To go on, press “Advanced”.
    Then press “Go to … (unsafe)”.

problem-advanced-protection = Google’s Advanced Protection blocks this program
problem-advanced-protection-reason = This account is enrolled in Google’s Advanced Protection Program. While it is, this program cannot send its mail. Use another address for sending.

problem-clock-wrong = Your computer’s clock seems to be wrong
problem-clock-wrong-reason = Without the right time, safety cannot be checked. Set date and time, then try again.

problem-sign-in-page-blocked = Something in between blocks the sign-in
problem-sign-in-page-blocked-reason = A proxy, a virus scanner or another device between this computer and the sign-in provider stops or reads the connection. Your permission or password is not the cause.
problem-sign-in-page-blocked-steps =
    Try another line, such as your phone’s hotspot.
    On a company computer, press “See a letter for the administrator” and send it.

problem-registration-faulty = The program’s registration is faulty
problem-registration-faulty-reason = This is not your fault. The key (client id) of this program does not seem to be registered correctly.

problem-still-waiting = Still waiting?
problem-still-waiting-reason = Twenty minutes have passed. There is no hurry: we can keep waiting, or you can stop.

problem-sign-in-rule = A rule of your organisation stopped the sign-in
problem-sign-in-rule-reason = It did not fit a rule about places, devices or the like. Ask your administrator.

problem-permission-ended = The permission has ended
problem-permission-ended-reason = This happens after a change of password, or after a long time without use. Sign in again and it works as before.

problem-token-trouble = The sign-in server does not answer properly
problem-token-trouble-reason = It is busy or has a passing problem. Wait a little and try again. Nothing that was stored has been deleted.

problem-no-client-id = This program is not prepared for signing in with { $provider }
problem-no-client-id-reason = It has no key (client id) registered with { $provider }. Whoever distributes the program, or your administrator, can provide one, or you can make your own, step by step.

problem-app-password-shape = This looks like your usual password
problem-app-password-shape-reason = { $provider } may refuse everything but an app password. The shape is different, so please look again.

problem-app-password-unavailable = App passwords are not available yet
problem-app-password-unavailable-reason = The page of { $provider } may not offer them. The usual reasons: 2-step verification is off, only security keys are used, the plan, or a rule of a company or school.
problem-app-password-unavailable-steps =
    If 2-step verification is off at { $provider }, turn it on.
    Then press “Use an app password” and open the page again.
    If it still does not work, press “Change the address” and use another one.

problem-app-passwords-forbidden = Your organisation does not allow app passwords
problem-app-passwords-forbidden-reason = With an account of a company or school the administrator may have switched app passwords off. Signing in with the browser may still work.

problem-app-password-ended = The app password was cancelled
problem-app-password-ended-reason = A password that used to work is refused now. Changing the { $provider } password may cancel its app passwords too. Make a new one and paste it.

problem-host-not-found = The server’s name was not found
problem-host-not-found-reason = There is no server named { $host }. Check the spelling.

problem-port-closed = This port is closed
problem-port-closed-reason = Port { $port } of { $host } is closed. Port { $other-port } may be open.

problem-network-blocks-mail = This network seems to block sending mail
problem-network-blocks-mail-reason = We could not reach port { $port } of { $host }. Company and public Wi-Fi sometimes block sending mail.
problem-network-blocks-mail-steps =
    Try another line, such as your phone’s hotspot.
    If it works there, the first network is the cause.

problem-server-silent = The mail server does not answer
problem-server-silent-reason = { $sent ->
        [maybe] { $host } stopped answering while taking the message. The message may have gone. Look into your mailbox before you send again.
       *[no] We reached { $host }, but no answer came. Your password is not the cause.
    }

problem-refused-for-now = The server refuses for now
problem-refused-for-now-reason = { $host } answered “not now”. Wait ten minutes and try again.

problem-too-many-connections = Too many connections at once
problem-too-many-connections-reason = Other devices or programs are connected with the same account or line. Wait a little and try again. The settings seem right.

problem-greeting-refused = The server refused how this computer introduces itself
problem-greeting-refused-reason = { $host } did not accept the greeting (HELO). Your password is not the cause. It is for the sending program to mend.

problem-home-line-refused = This server takes nothing directly from a home line
problem-home-line-refused-reason = { $host } refuses mail that comes straight from home or mobile lines. Send through your own provider’s outgoing server, signed in.
problem-home-line-refused-steps =
    Look up the outgoing (SMTP) server in your provider’s instructions.
    Press “Enter the server myself” and sign in there on port 465 or 587.

problem-certificate-expired = The server’s certificate has run out
problem-certificate-expired-reason = The certificate of { $host } (its proof of being real) ended on { $date }. Your password was not sent. Whoever runs the server has to renew it.

problem-certificate-name = The server’s name differs from its certificate
problem-certificate-name-reason = We reached { $host }, but the certificate (its proof of being real) is for { $names }. Your password was not sent.
problem-certificate-name-steps =
    If that is a name of your mail provider, press “Enter the server myself” and type it.
    If you do not know the name, give no password and ask your mail provider.
problem-certificate-name-offered = You can connect by the name { $name }. Your password is sent only once the certificate fits it.

problem-certificate-unknown = We cannot be sure this is the real server
problem-certificate-unknown-reason = The certificate of { $host } (its proof of being real) was made by somebody unknown. Your password was not sent.
problem-certificate-unknown-steps =
    A virus scanner or a company device may be in between.
    On a company computer, ask your administrator.
    At home, ask your mail provider.

problem-line-intercepted = “{ $issuer }” is reading your connection
problem-line-intercepted-reason = A virus scanner or company device between you and { $host } opens the encryption and reads along. Your password was not sent.
problem-line-intercepted-steps =
    In the settings of “{ $issuer }”, turn off scanning of encrypted mail, or exclude this program.
    On a company computer, ask your administrator.
    Then press “Try again”.

problem-no-starttls = This port is not safe
problem-no-starttls-reason = Port { $port } of { $host } could not start encryption. Your password was not sent. Port { $other-port } may work instead.

problem-tls-too-old = The server is too old to be safe
problem-tls-too-old-reason = { $host } knows only outdated encryption. Your password was not sent. Whoever runs the server has to renew it.

problem-wrong-kind-of-line = The port and the kind of encryption do not match
problem-wrong-kind-of-line-reason = With { $host }, port 465 is encrypted from the start and port 587 only after STARTTLS. Choose the kind that belongs to the port.

problem-google-needs-app-password = An app password is needed
problem-google-needs-app-password-reason = Google does not take your usual password here. Make a 16-letter app password.

problem-google-confirm-identity = Google wants you to confirm that it is you
problem-google-confirm-identity-reason = Google found this sign-in unusual and stopped it. Open Gmail in your browser, answer the notice there, then try again.

problem-google-password-refused = Google refused this password
problem-google-password-refused-reason = Google refused it. App passwords are cancelled when the Google password changes. Make a new one and paste it.

problem-google-permission-lacks-mail = Google does not take mail from this account
problem-google-permission-lacks-mail-reason = The account may have no Gmail, a rule of its company may block it, or the permission lacks mail. Sign in again, and tick every box that appears.

problem-smtp-auth-off = Your organisation switched off this way of sending
problem-smtp-auth-off-reason = Your password or sign-in is not the cause. “Authenticated SMTP” in Microsoft 365 (the switch for sending from programs) is off, so the message was not taken. Once your administrator turns it on, you can send.
problem-smtp-auth-off-by-web = You need not wait: sending through { $provider }’s web service often works all the same. You give permission in the browser once more.

problem-safety-rule = A safety rule of your organisation blocks this
problem-safety-rule-reason = A safety rule in Microsoft 365 stopped this sign-in. Ask your administrator.

problem-microsoft-no-passwords = Microsoft no longer takes passwords here
problem-microsoft-no-passwords-reason = Your password may be right, but Microsoft takes none from programs. Sign in with the browser instead.

problem-microsoft-refused = Microsoft refused the sign-in
problem-microsoft-refused-reason = The account that signed in differs from the sending address, or sending from programs is closed for it. Sign in again with exactly the sending address.

problem-needs-app-password = An app password is needed
problem-needs-app-password-reason = { $provider } does not take your usual password here. Make an app password. If you have made one, paste it again.

problem-not-accepted = The name or the password is not accepted
problem-not-accepted-reason = { $host } refused them. Enter the user name and the password again.

problem-other-user-name = The user name has another form
problem-other-user-name-reason = This provider’s user name is “{ $user-name }”, which may differ from the address. Enter the user name again.

problem-not-signed-in = Nobody signed in before sending
problem-not-signed-in-reason = { $host } takes mail only from those who sign in. Check the server’s name and the password once more. If another program or device showed this, turn on “my server requires authentication” in its settings.

problem-sending-switched-off = Sending from programs is switched off
problem-sending-switched-off-reason = In your provider’s settings, SMTP (sending from other programs) seems to be off. Open the mail settings in the browser and turn it on.

problem-foreign-access-blocked = Access from abroad is blocked
problem-foreign-access-blocked-reason = Your provider refuses sign-ins or sending from abroad. If you are in your own country, a VPN or proxy may lead through another country.
problem-foreign-access-blocked-steps =
    If you use a VPN, turn it off and try again.
    In your provider’s control panel, look at the restriction of access from abroad.

problem-reading-switched-off = Reading by programs is switched off
problem-reading-switched-off-reason = IMAP or POP (reading mail in other programs) is off for this account. It does not matter for sending. Look in the browser whether the message arrived.

problem-relaying-denied = The server does not pass mail on
problem-relaying-denied-reason = { $host } sends no mail to other domains this way. It happens when nobody signed in, or with another company’s server. Use port 465 or 587 and sign in.

problem-account-stopped = The account is stopped
problem-account-stopped-reason = Your provider has stopped sending from this account, as it does after unusual use. Open your mail in the browser and look for a notice.
problem-account-stopped-steps =
    Sign in with the browser and answer any request to verify.
    If the use was not yours, change the password.
    If there is no notice, ask your provider, or your administrator.

problem-too-many-tries = Too many tries. Please wait
problem-too-many-tries-reason = The server takes no more tries for a while. Wait about an hour, check the password, then try again.

problem-no-common-method = The server and we share no way to sign in
problem-no-common-method-reason = None of the sign-in methods of { $host } fits. Your password was not sent.

problem-relay-not-active = The sending service is not active yet
problem-relay-not-active-reason = Your account at the sending service waits for approval or is still in its sandbox. On the service’s page, ask for production use, or verify the address you send from.

problem-relay-place-unknown = Your company’s way of sending does not know this place
problem-relay-place-unknown-reason = { $host } lets mail through only from places (IP addresses) that the company’s administrator registered. This place is not registered, or it has changed. Once it is registered, it can take an hour until it works, at most a day.
problem-relay-place-unknown-steps = Ask the administrator to register the IP address of this place.

problem-relay-other-domain = The sender is not an address of your company
problem-relay-other-domain-reason = This place is registered for another domain. { $address } cannot be the sender from there. Use an address of your company.

problem-sender-not-allowed = You may not send as this address
problem-sender-not-allowed-reason = Whoever signed in may not send as { $address }. Use the address you signed in with.

problem-own-address-refused = Your own address was refused
problem-own-address-refused-reason = The server says that { $address } does not exist. Check the spelling.

problem-mailbox-full = The mailbox is full
problem-mailbox-full-reason = Delete what you no longer need, and sending works again.

problem-limit-reached = Today’s sending limit is used up
problem-limit-reached-reason = Your provider allows no more messages for now. After about a day it nearly always works again.

problem-asked-to-wait = The server asks us to wait a little
problem-asked-to-wait-reason = The settings seem right. Wait ten minutes and try again.

problem-taken-for-spam = The message was taken for spam
problem-taken-for-spam-reason = The server did not take the test message. Wait a little and try again. If it goes on, ask your mail provider.

problem-domain-not-approved = The domain has not approved this route
problem-domain-not-approved-reason = { $domain } has no record (SPF, DKIM, DMARC) that approves this way of sending, so the receiving side refused. Whoever manages the domain can add it.

problem-too-large = The message is too large
problem-too-large-reason = It is larger than the server takes. Send a smaller attachment, or a link to the file.

problem-badly-built = The message was built wrongly
problem-badly-built-reason = { $host } says that the form of the message, or the order of the dialogue, is wrong. This is not your fault. It is for the sending program to mend.

problem-keychain-locked = Unlock the password store
problem-keychain-locked-reason = The password store of this computer, where passwords are kept, is locked. Once it is open, we can go on.

problem-keychain-refused = The password store could not be used
problem-keychain-refused-reason = The password store of this computer, where passwords are kept, refused.

problem-keychain-missing = There is no password store on this computer
problem-keychain-missing-reason = This computer has no safe place for passwords (a password store). To use it right now, go on without storing; it is gone when you close the program.
problem-keychain-missing-steps =
    On Linux, install “GNOME Keyring” or “KWallet” and log in again.
    Then press “Try again”.

problem-keychain-damaged = What was stored cannot be read
problem-keychain-damaged-reason = What we read from the password store differs from what was stored, or is not there. Nothing else has been deleted.

problem-arrived-in-spam = It arrived in spam
problem-arrived-in-spam-reason = The message arrived, but in the spam folder.
problem-arrived-in-spam-steps = It was in the spam folder. Open it and press “Not spam”: the next one is then more likely to reach the inbox.

problem-not-seen-yet = Accepted, not seen yet
problem-not-seen-yet-reason = The server took the message, but we do not see it in the mailbox yet. It may take some minutes. If you see it, press “Yes, it arrived”.
problem-not-seen-yet-steps = Wait about a minute and look into the spam folder too. A rule may have moved it to another folder.

problem-came-back = It came back
problem-came-back-reason = The message to { $address } came back with a notice that it could not be delivered. The reason is under “Details”.

problem-moved-elsewhere = A rule may have moved it
problem-moved-elsewhere-reason = Your provider took the message, but we still do not see it. If it is not in spam either, forwarding or a rule may have moved it. Search your mail for the four characters in the subject.

problem-closed-in-the-middle = Go on where you stopped?
problem-closed-in-the-middle-reason = { $reached ->
    [arrival] { $address } is set up. But nobody has said yet whether the test message arrived.
   *[other] Last time the setting up of { $address } was not finished. You may be asked for the password again.
 }

problem-stopped-while-sending = Stopped. The message may have gone
problem-stopped-while-sending-reason = The message was just being handed over, so it may arrive. Nothing new was stored.

problem-unknown-reply = We do not know this answer
problem-unknown-reply-reason = We do not understand what { $host } answered. It is word for word under “Details”.

problem-internal = Something broke inside the program
problem-internal-reason = This is not your fault. Please try again. If it goes on, press “Copy the report” and send it to whoever gave you this program (number { $report }).

problem-settings-faulty = A file with settings has a mistake
problem-settings-faulty-reason = Line { $line } of { $file } could not be read. You can also start without this file.

problem-list-not-written = { $what ->
        [permission] The permission could not be renewed
       *[list] The list of addresses could not be saved
    }
problem-list-not-written-reason = { $what ->
        [permission] This computer could not write into the folder { $folder }. Often its disk is full. The permission itself is still stored.
       *[list] This computer could not write into the folder { $folder }. Often its disk is full. The last change will be forgotten when you close this window.
    }
problem-list-not-written-steps =
    Delete files that you do not need, and empty the bin.
    Come back to this window and press “Try again”.
    If it goes on, show this to the person who looks after this computer.
problem-list-not-written-told = The last change is not saved yet. It will be forgotten when you close this window.
problem-list-not-written-still = It still cannot be saved.

problem-not-allowed-here = On this computer, this address may not be used
problem-not-allowed-here-reason = Your organisation’s settings switch off every way in which this address could sign in. Your administrator can change that.
