# 管理者への文面。メニューの名前は英語の画面のもの(出典: Microsoft Learn「Enable or disable SMTP AUTH」、
# Google Workspace 管理者ヘルプ 7281227。2026-11 に確認)。日本語の画面では名前が少しちがうことがある。

letter-smtp-auth-off-subject = メール送信の設定のお願い(認証済み SMTP)
letter-smtp-auth-off-body =
    { $address } から、パソコンのアプリでメールを送りたいのですが、Microsoft 365 の「認証済み SMTP (Authenticated SMTP)」がオフのため、送れません。
    次のどちらかで、このメールボックスだけオンにしていただけますか。

    1. Microsoft 365 admin center → Users → Active users → 対象の人 → Mail → Manage email apps → 「Authenticated SMTP」にチェック
    2. PowerShell: Set-CASMailbox -Identity { $address } -SmtpClientAuthenticationDisabled $false

    サインインはブラウザー(OAuth 2.0)で行います。パスワードはアプリに渡しません。
    アプリ: Todoita(クライアントID: { $client })
    使う権限: SMTP.Send(送信だけ)
    サーバーの返事: { $said }
letter-safety-rule-subject = メール送信が安全のルールで止められています
letter-safety-rule-body =
    { $address } からメールを送ろうとしたところ、会社の安全のルール(セキュリティの既定値群、または条件付きアクセス)で止められました。
    ブラウザーでのサインイン(OAuth 2.0)で、SMTP の送信ができるようにしていただけますか。

    アプリ: Todoita(クライアントID: { $client })
    使う権限: SMTP.Send(送信だけ)
    サーバーの返事: { $said }
letter-approval-needed-subject = アプリの許可のお願い(Todoita)
letter-approval-needed-body =
    { $address } からメールを送るために、アプリの許可が必要と表示されました。許可していただけますか。

    アプリ: Todoita(クライアントID: { $client })
    Google Workspace の場合: Admin console → Security → Access and data control → API controls → App access control で、このクライアントIDを「Trusted」にする
    Microsoft 365 の場合: Entra admin center → Enterprise applications で、このアプリに管理者の同意を与える(使う権限は SMTP.Send だけです)
    画面の表示: { $said }
letter-sign-in-rule-subject = サインインが会社のルールで止められました
letter-sign-in-rule-body =
    { $address } でサインインしたところ、会社のルール(条件付きアクセスなど)で止められました。
    次のアプリを使えるようにしていただけますか。

    アプリ: Todoita(クライアントID: { $client })
    使う権限: SMTP.Send(送信だけ)
    画面の表示: { $said }
letter-certificate-unknown-subject = メールサーバーの証明書について
letter-certificate-unknown-body =
    { $address } の設定中に、メールサーバーの証明書を確認できませんでした(番号 { $state })。
    間に入っている機器(ウイルス対策、プロキシ)があれば、その証明書をこのパソコンに入れるか、メールの通信を対象から外していただけますか。
    サーバーの証明書が自己署名なら、公に認められた証明書に替えていただけますか。
letter-sign-in-page-blocked-subject = サインインのページへの通信が止められています
letter-sign-in-page-blocked-body =
    { $address } の設定中に、サインインのページへの通信が、間の機器(プロキシ、ウイルス対策など)で止められました(番号 { $state })。
    次の宛先への HTTPS を、暗号を開かずに通していただけますか。

    Google: accounts.google.com、oauth2.googleapis.com
    Microsoft: login.microsoftonline.com
    アプリ: Todoita(クライアントID: { $client })
    画面の表示: { $said }
letter-app-passwords-forbidden-subject = アプリ専用のパスワードについて
letter-app-passwords-forbidden-body =
    { $address } からメールを送るために、アプリ専用のパスワードを作ろうとしましたが、作れませんでした。
    次のどちらかを使えるようにしていただけますか。

    1. ブラウザーでのサインイン(OAuth 2.0): Admin console → Security → Access and data control → API controls → App access control で、アプリ Todoita(クライアントID: { $client })を「Trusted」にする
    2. 2段階認証とアプリ専用のパスワード: Admin console → Security → Authentication → 2-step verification で、2段階認証を使えるようにする
letter-domain-not-approved-subject = ドメインの設定のお願い(SPF、DKIM、DMARC)
letter-domain-not-approved-body =
    { $address } からのメールが、受け取る側に断られました(番号 { $state })。
    ドメインの DNS で、いま使っている送信サーバーを SPF に入れ、DKIM の署名をオンにし、DMARC を公開していただけますか。

    サーバーの返事: { $said }
