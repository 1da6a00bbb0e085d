# 管理者への文面。メニューの名前は英語の画面のもの。日本語の画面での名前は、記憶によるときは「のような」と書く。
# それぞれの出典と、たしかめた月を、文面の上に書く。

# 2026-11: Microsoft Learn「Enable or disable SMTP AUTH」(メニュー、Set-CASMailbox)。日本語のメニューの名前は記憶による。
letter-smtp-auth-off-subject = メール送信の設定のお願い(認証済み SMTP)
letter-smtp-auth-off-body =
    { $address } から、パソコンのアプリでメールを送りたいのですが、Microsoft 365 の「認証済み SMTP (Authenticated SMTP)」がオフのため、送れません。
    次のどちらかで、このメールボックスだけオンにしていただけますか。

    1. Microsoft 365 admin center → Users → Active users → 対象の人 → Mail → Manage email apps → 「Authenticated SMTP」にチェックを入れて保存
       (日本語の画面では、ユーザー → アクティブなユーザー → メール → メール アプリを管理する → 認証済み SMTP のような名前です)
    2. PowerShell: Set-CASMailbox -Identity { $address } -SmtpClientAuthenticationDisabled $false

    効くまでに、1時間ほどかかることがあります。
    { $login ->
        [oauth]
            サインインはブラウザー(OAuth 2.0)で行います。パスワードはアプリに渡しません。
            アプリ: Todoita(クライアントID: { $client })
            使う権限: SMTP.Send(送信だけ)
       *[other]
            アプリ(Todoita)は、このメールボックスのユーザー名とパスワードで、暗号化した接続でサインインします。
            パスワードが使えない決まりでしたら、教えてください。ブラウザーでのサインイン(OAuth 2.0)でも、この設定が必要です。
    }
    サーバーの返事: { $said }
# 2026-11: Microsoft Learn「Enable or disable SMTP AUTH」(既定値群とスイッチ)、GoDaddy の Microsoft 365 のヘルプ。
letter-safety-rule-subject = メール送信が安全のルールで止められています
letter-safety-rule-body =
    { $address } からメールを送ろうとしたところ、会社の安全のルール(セキュリティの既定値群、または条件付きアクセス)で止められました。
    { $login ->
        [oauth]
            ブラウザーでのサインイン(OAuth 2.0)で、SMTP の送信ができるようにしていただけますか。パスワードだけのサインインは使いません。

            1. 条件付きアクセスのルールがあれば、このアプリの OAuth 2.0 でのサインインを対象から外す
       *[other]
            アプリは、このメールボックスのユーザー名とパスワードでサインインしました。これを使えるようにしていただくか、ブラウザーでのサインイン(OAuth 2.0)に変えるよう、お知らせいただけますか。

            1. パスワードでのサインイン(基本認証)を止めるルールがあれば、このメールボックスを対象から外せるか、ご判断をお願いします
    }
    2. このメールボックスの SMTP の送信をオンにする(PowerShell): Set-CASMailbox -Identity { $address } -SmtpClientAuthenticationDisabled $false
    GoDaddy の契約の場合: Email & Office Dashboard → Microsoft 365 Admin → Security Settings

    { $login ->
        [oauth]
            アプリ: Todoita(クライアントID: { $client })
            使う権限: SMTP.Send(送信だけ)
       *[other] アプリ: Todoita
    }
    サーバーの返事: { $said }
# 2026-11: Google Workspace 管理者ヘルプ 7281227、Microsoft Learn(管理者の同意)。
letter-approval-needed-subject = アプリの許可のお願い(Todoita)
letter-approval-needed-body =
    { $address } からメールを送るために、アプリの許可が必要と表示されました。許可していただけますか。

    アプリ: Todoita(クライアントID: { $client })
    Google Workspace の場合: Admin console → Security → Access and data control → API controls → App access control で、このクライアントIDを「Trusted」にする
    Microsoft 365 の場合: Entra admin center → Enterprise applications で、このアプリに管理者の同意を与える(メールの権限は、送ること(SMTP.Send か Mail.Send)だけです。ほかは、サインインのための openid、profile、email、offline_access です)。一覧にまだないときは、管理者がこのアプリで一度サインインし、「組織の代理として同意する」にチェックを入れて承諾しても同じです
    画面の表示: { $said }
# 2026-11: Microsoft Learn(AADSTS の番号の一覧)。
letter-sign-in-rule-subject = サインインが会社のルールで止められました
letter-sign-in-rule-body =
    { $address } でサインインしたところ、会社のルール(条件付きアクセスなど)で止められました。
    次のアプリを使えるようにしていただけますか。

    アプリ: Todoita(クライアントID: { $client })
    使う権限: { $route ->
        [graph] Mail.Send
       *[other] SMTP.Send
    }(送信だけ)
    画面の表示: { $said }
# メニューの名前はない。
letter-certificate-unknown-subject = メールサーバーの証明書について
letter-certificate-unknown-body =
    { $address } の設定中に、メールサーバーの証明書を確認できませんでした(番号 { $state })。
    間に入っている機器(ウイルス対策、プロキシ)があれば、その証明書をこのパソコンに入れるか、メールの通信を対象から外していただけますか。
    サーバーの証明書が自己署名なら、公に認められた証明書に替えていただけますか。
# 2026-11: サインインのページの名前は、Google と Microsoft の OAuth 2.0 の説明による。
letter-sign-in-page-blocked-subject = サインインのページへの通信が止められています
letter-sign-in-page-blocked-body =
    { $address } の設定中に、サインインのページへの通信が、間の機器(プロキシ、ウイルス対策など)で止められました(番号 { $state })。
    次の宛先への HTTPS を、暗号を開かずに通していただけますか。

    Google: accounts.google.com、oauth2.googleapis.com
    Microsoft: login.microsoftonline.com
    アプリ: Todoita(クライアントID: { $client })
    画面の表示: { $said }
# 2026-11: Google Workspace 管理者ヘルプ 7281227、Google アカウント ヘルプ 185833、guide.worksmobile.com(外部アプリパスワード)。
# 2段階認証のメニューの場所は記憶による。
letter-app-passwords-forbidden-subject = アプリ専用のパスワードについて
letter-app-passwords-forbidden-body =
    { $address } からメールを送るために、アプリ専用のパスワードを作ろうとしましたが、作れませんでした。
    次のどれかを使えるようにしていただけますか。

    1. Google Workspace で、ブラウザーでのサインイン(OAuth 2.0): Admin console → Security → Access and data control → API controls → App access control で、アプリ Todoita(クライアントID: { $client })を「Trusted」にする
    2. Google Workspace で、アプリ専用のパスワード: Admin console → Security → 2-Step Verification のような名前のページで、2段階認証を使えるようにする(セキュリティキーだけの設定では作れません)
    3. LINE WORKS などでは: POP3/IMAP/SMTP の利用と、外部アプリのためのパスワードを許可する
# メニューの名前はない。
letter-domain-not-approved-subject = ドメインの設定のお願い(SPF、DKIM、DMARC)
letter-domain-not-approved-body =
    { $address } からのメールが、受け取る側に断られました(番号 { $state })。
    ドメインの DNS で、いま使っている送信サーバーを SPF に入れ、DKIM の署名をオンにし、DMARC を公開していただけますか。

    サーバーの返事: { $said }
# メニューの名前はない。
letter-settings-faulty-subject = Todoita の設定のファイルについて
letter-settings-faulty-body =
    Todoita を開いたところ、設定のファイルにまちがいがあると表示されました(番号 { $state })。
    ファイルの名前と行は、アプリの画面に出ています。直していただけますか。
# メニューの名前はない。
letter-not-allowed-here-subject = Todoita で使える方法について
letter-not-allowed-here-body =
    { $address } からメールを送りたいのですが、Todoita の設定(todoita.toml の allow)で、このアドレスに使える方法がすべて止められています。
    使えるようにしていただくか、代わりの方法を教えていただけますか。
# 2026-11: Google Workspace 管理者ヘルプ(SMTP リレー サービス、SMTP のエラー)、Microsoft Learn(コネクタ、配信不能レポート)。
letter-relay-place-unknown-subject = 送信してよい IP アドレスの登録のお願い
letter-relay-place-unknown-body =
    { $address } からメールを送ろうとしたところ、会社の送信の入口で断られました。この場所の IP アドレスが登録されていないようです。

    Google Workspace の場合: Admin console → Apps → Google Workspace → Gmail → Routing → SMTP relay service で、この場所のグローバル IP アドレスを加えるか、SMTP の認証で送れるようにしてください。
    Microsoft 365 の場合: Exchange admin center → Mail flow → Connectors の、「組織のメール サーバー」から「Office 365」へのコネクタに、この IP アドレスを加えてください。認証なしの送信(Direct Send)を止めている場合は、コネクタか、サインインしての送信が必要です。

    断られたときの返事(IP アドレスが入っていることがあります): { $said }
# 2026-11: Google Workspace 管理者ヘルプ 7281227、105694、174124。RFC 7208、6376、7489。
letter-records-google-subject = { $domain } のメールの設定の確認のお願い
letter-records-google-body =
    { $address } から、パソコンのアプリでメールを送っています。{ $domain } の設定を、外から見えるところだけ調べました。
    結果(found はあり、missing はなし、faulty は直すところあり、unseen は外からは見えない):
    { $seen }

    DNS に書く行の案(同じ名前の SPF があるときは、置き換えてください):
    { $records }

    次は外から見えないので、管理コンソールで確認していただけますか。
    1. Security → Access and data control → API controls: アプリ Todoita(クライアントID: { $client })がブロックされていないこと
    2. Apps → Google Workspace → Gmail → End User Access → POP and IMAP access: 受信もする場合は、使えること
    3. 2-Step Verification: アプリ パスワードを使う場合は、本人がオンにできること
    4. Gmail の DKIM: 鍵を作って DNS に書いたあと、認証を開始していること
# 2026-11: Microsoft Learn「Enable or disable SMTP AUTH」、管理者の同意、New-DkimSigningConfig。
letter-records-microsoft-subject = { $domain } のメールの設定の確認のお願い
letter-records-microsoft-body =
    { $address } から、パソコンのアプリでメールを送っています。{ $domain } の設定を、外から見えるところだけ調べました。
    結果(found はあり、missing はなし、faulty は直すところあり、unseen は外からは見えない):
    { $seen }

    DNS に書く行の案(同じ名前の SPF があるときは、置き換えてください):
    { $records }

    次は外から見えないので、確認していただけますか。
    1. Microsoft 365 admin center → Users → Active users → 対象の人 → Mail → Manage email apps: 「Authenticated SMTP」にチェックがあること
    2. Exchange admin center → Settings → Mail flow: 組織全体の SMTP AUTH をオフにしていないこと
    3. セキュリティの既定値群と条件付きアクセス: この人のサインインを止めていないこと
    4. Entra admin center → Enterprise applications: アプリ Todoita(クライアントID: { $client })で送ること(SMTP.Send か Mail.Send)に、管理者の同意があること
    5. Microsoft Defender の Email authentication settings(DKIM): { $domain } の署名がオンであること
# 2026-11: RFC 7208、6376、7489。
letter-records-relay-subject = { $domain } の DNS の設定のお願い({ $provider })
letter-records-relay-body =
    { $address } から、{ $provider } を使ってメールを送ります。{ $domain } の DNS を調べました。
    結果(found はあり、missing はなし、faulty は直すところあり、unseen は外からは見えない):
    { $seen }

    DNS に書く行の案(同じ名前の SPF があるときは、置き換えてください。SPF は、ひとつのドメインにひとつだけです):
    { $records }

    DKIM などの残りの行は、{ $provider } の管理画面に出るとおりに書いてください。

# メールソフトが開かないとき。
letter-not-opened = メールソフトを開けませんでした。文面はコピーしてあります。新しいメールに貼り付けてください。
