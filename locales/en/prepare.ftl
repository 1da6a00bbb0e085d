# What to do at the provider, in order. Names of buttons and menus as gathered in 2026-11;
# where a name may change, the words leave room for it.

prepare-google-1 = Open Google’s page and sign in.
prepare-google-2 = Type “Todoita” as the name and press the button that creates it.
prepare-google-3 = Copy the 16 letters that appear and paste them below. The spaces do no harm.
prepare-icloud-1 = Open Apple’s page and sign in.
prepare-icloud-2 = Open “App-Specific Passwords” and create one named “Todoita”.
prepare-icloud-3 = Copy the letters that appear and paste them below.
prepare-yahoo-1 = Open the page of { $provider } and sign in.
prepare-yahoo-2 = Where it says “app password” or something like it, create a new one.
prepare-yahoo-3 = Copy the 16 letters that appear and paste them below.
prepare-yahoo-japan-1 = Open Yahoo! JAPAN Mail and log in.
prepare-yahoo-japan-2 = In the mail settings, under “IMAP/POP/SMTP access”, also allow access from other than the official services. Set both IMAP and SMTP to “use”, and save.
prepare-yahoo-japan-3 = Enter your Yahoo! JAPAN password below.
prepare-docomo-1 = Turn Wi-Fi off on your phone and open My docomo over docomo’s line.
prepare-docomo-2 = In the docomo Mail settings, make a password for IMAP (the d ACCOUNT password does not work).
prepare-docomo-3 = Enter your d ACCOUNT ID and that password below.
prepare-au-1 = Turn Wi-Fi off on your phone and open the mail settings over au’s line.
prepare-au-2 = Open the settings for other mail programs and show the user ID and the password.
prepare-au-3 = Enter both below.
prepare-softbank-1 = Look for the SMS from SoftBank, or open the mail settings in My SoftBank.
prepare-softbank-2 = Find the password of “E-mail (i)”. It may differ from the password of My SoftBank.
prepare-softbank-3 = Enter that password below.
prepare-plala-1 = Log in to Plala’s webmail.
prepare-plala-2 = If the settings have a switch for SSL, turn it on.
prepare-plala-3 = Enter the mail password below. It may differ from the members’ password.
prepare-line-works-1 = Ask whether your LINE WORKS administrator allows outside programs.
prepare-line-works-2 = In your own settings, create a password for outside programs.
prepare-line-works-3 = Enter that password below.
prepare-app-password-1 = Log in to { $provider } with your browser.
prepare-app-password-2 = In the security settings, create an “app password” or something of that kind.
prepare-app-password-3 = Copy the password that appears and paste it below.
prepare-mail-password-1 = Take the papers you got from { $provider }, or open its members’ page.
prepare-mail-password-2 = Look for the “mail password”. It may differ from the members’ password.
prepare-mail-password-3 = Enter that password below.
prepare-switch-on-1 = Log in to { $provider } with your browser.
prepare-switch-on-2 = In the mail settings, allow other mail programs (SMTP and the like).
prepare-switch-on-3 = If a password is shown, enter that one below. If none is shown, enter your usual one.
prepare-paid-plan-1 = Check whether your plan at { $provider } allows other mail programs.
prepare-paid-plan-2 = In the mail settings, allow other mail programs.
prepare-paid-plan-3 = Enter the password below.

prepare-before-two-step = First turn on two-step sign-in (the password and one more check) at { $provider }. Without it no app password can be made.
prepare-before-mobile-line = The settings page opens over the phone’s own line only. Turn Wi-Fi off.
prepare-before-paid-plan = At { $provider } this may need a paid plan.
prepare-before-administrator = Your administrator may have to allow it.
