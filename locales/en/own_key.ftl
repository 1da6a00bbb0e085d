### A key (client id) of one's own, made on the pages of Google or Microsoft. Menus change, so the button is named first.

own-key-opening = Getting ready

## Google

own-key-google-project = Make a place for it at Google
own-key-google-project-1 = Press “Open the page”. If Google asks you to sign in, use the account you want to send from.
own-key-google-project-2 = Put the text below into the project name. The rest can stay as it is.
own-key-google-project-3 = Press “Create”.

own-key-google-branding = Give it a name
own-key-google-branding-1 = Open the page and press “Get started”.
own-key-google-branding-2 = Put the text below into the app name. For the support email, choose your own address. After each part, press “Next”.
own-key-google-branding-3 = Under “Audience”, choose “Internal” for Google Workspace at a company or school, and “External” for an ordinary Gmail address.
own-key-google-branding-4 = Put your address into the contact information, agree, press “Continue”, then “Create”.

own-key-google-publish = End the testing
own-key-google-publish-1 = Open the page. If you chose “Internal”, there is nothing to do here; go on.
own-key-google-publish-2 = If you chose “External”, press “Publish app” and then “Confirm”. You need not apply for verification.
own-key-google-publish-care = If it stays in “Testing”, the permission ends after 7 days and sending stops again.

own-key-google-client = Make the key
own-key-google-client-1 = Open the page and press “Create client”.
own-key-google-client-2 = For the application type, choose “Desktop app”. The name can stay as it is.
own-key-google-client-3 = Press “Create”, and then “Download JSON” in the window that appears.
own-key-google-client-care = It can only be downloaded until you close that window. A key for a “Web application” will not work.

own-key-google-api = Switch Gmail on
own-key-google-api-1 = Open the page.
own-key-google-api-2 = Press “Enable”. If it says “Manage”, that is done already.

own-key-google-file = Hand over the file
own-key-google-file-1 = In your Downloads folder, find the file whose name begins with “client_secret” and put it into the box below.

own-key-google-done = Your key is ready

## Microsoft

own-key-microsoft-register = Register an app at Microsoft
own-key-microsoft-register-1 = { $place ->
        [microsoft-gov] This organisation is in Microsoft’s cloud for the US government. Press “Open the page”, sign in with your work account, and press “New registration”. A key made on another page of Microsoft’s does not work here.
        [microsoft-china] This organisation is in Microsoft’s cloud in China (21Vianet). Press “Open the page”, sign in with your company’s account, and press “New registration”. A key made on another page of Microsoft’s does not work here.
       *[other] Press “Open the page” and sign in with your company’s account. Press “New registration”.
    }
own-key-microsoft-register-2 = Put the text below into the name.
own-key-microsoft-register-3 = { $place ->
        [microsoft] For the account type, choose the one that says “this organizational directory only” or “Single tenant only”. To send from outlook.com or another personal address, choose one that includes “personal Microsoft accounts”.
       *[other] For the account type, choose the one that says “this organizational directory only” or “Single tenant only”.
    }
own-key-microsoft-register-4 = For the redirect URI, choose “Public client/native” on the left and put the text below into the box on the right.
own-key-microsoft-register-5 = Press “Register”.
own-key-microsoft-register-care = If it says that you cannot register apps, only your administrator can. With a personal account alone it may not be possible.

own-key-microsoft-rights = Add the permission to send
own-key-microsoft-rights-1 = On the page of your app, press “API permissions” on the left, then “Add a permission”.
own-key-microsoft-rights-2 = Choose “Microsoft Graph”, then “Delegated permissions”.
own-key-microsoft-rights-3 = Find the three below, tick them, and press “Add permissions”.
own-key-microsoft-rights-4 = If you are the administrator, also press “Grant admin consent”. Then nobody else is asked for approval.

own-key-microsoft-device = Allow signing in on another device
own-key-microsoft-device-1 = Press “Authentication” on the left, then “Settings” if there is such a tab.
own-key-microsoft-device-2 = Set “Allow public client flows” to “Yes” or “Enabled” and save. If you do not need this, just go on.

own-key-microsoft-ids = Copy the two ids
own-key-microsoft-ids-1 = Press “Overview” on the left.
own-key-microsoft-ids-2 = Copy the ids shown there into the boxes below. No secret is needed.

own-key-microsoft-done = Your key is ready

## What is copied

own-key-copy-name = Name
own-key-copy-redirect = Redirect URI
own-key-copy-right = To send mail
own-key-copy-lasting = To stay signed in
own-key-copy-web = To send through the web service

## After handing over

own-key-file-read = The file is here. Press “Use this key”.
own-key-taken = The key is in this computer’s password store. The downloaded file is no longer needed.
own-key-ids-taken = From the next sign-in on, this key is used.
own-key-file-there = The key is in this computer’s password store. { $file } in your Downloads folder is no longer needed.
own-key-file-deleted = { $file } is deleted. The key is in this computer’s password store.
own-key-file-not-deleted = { $file } could not be deleted. Please delete it from your Downloads folder yourself.

own-key-error-no-file = There is no file yet.
own-key-error-too-large = The file is too large. Please use the small file whose name begins with “client_secret”.
own-key-error-not-a-key = There is no key in this file. Please use the file whose name begins with “client_secret”.
own-key-error-web = This is a key for a “Web application”. Please go back and make one for a “Desktop app”.
own-key-error-service-account = This is the key of a “service account”. Please go back, press “Create client” and choose “Desktop app”.
own-key-error-odd = The id or the secret in this file does not look like one of Google’s. Please download it again, or make a new one.
own-key-error-client-id = The application id is not complete. It is made of digits and the letters a to f, in five groups with hyphens.
own-key-error-tenant-id = The tenant id is not complete. It is made of digits and the letters a to f, in five groups with hyphens.
own-key-error-keychain = This computer’s password store did not open. Unlock it and press the button again.
own-key-error-disk = The id could not be written. Please check that the disk is not full, and press the button again.

own-key-still-testing = If your own key is still in “Testing” at Google, a permission ends after 7 days. Then publish it first, and sign in again.
