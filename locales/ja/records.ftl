### ドメインの設定。DNS に書いてあること、足りない行、管理者だけが見られること。

record-no-answer = いまのネットワークからは、{ $domain } のこの設定を見られませんでした。あるとも、ないとも言えません。
record-not-yours = { $domain } は { $owner } のドメインなので、設定を書き足すことはできません。サービスから送るときの差出人は、自分のドメインのアドレスにしてください。

record-mx-found = { $domain } あてのメールは、{ $place } に届きます。
record-mx-filter = { $domain } あてのメールは、まず { $place } を通ります。
record-mx-forwarder = { $domain } あてのメールは、{ $place } が別のところへ送ります。
record-mx-missing = { $domain } には、メールの届け先(MX)が書かれていません。
record-mx-null = { $domain } は、メールを受け取らないと書かれています。

record-spf-found = { $provider } から送ってよい、と書かれています。
record-spf-here = 送ってよいサーバーの一覧(SPF)があります。
record-spf-not-needed = { $provider } から送るのに、ドメインの SPF への書き足しはいりません。
record-spf-told = { $provider } のための行が要るかどうかは、{ $provider } のページに書いてあります。
record-spf-missing = 送ってよいサーバーの一覧(SPF)がありません。
record-spf-missing-told = 送ってよいサーバーの一覧(SPF)がありません。書く内容は、{ $provider } のページにあります。
record-spf-lacks = 送ってよいサーバーの一覧(SPF)はありますが、{ $provider } が求める行が入っていません。
record-spf-two = 送ってよいサーバーの一覧(SPF)が { $count } つあります。ひとつにまとめないと、どれも使われません。
record-spf-dead = 送ってよいサーバーの一覧(SPF)が、いまはない「{ $name }」を見に行っています。そのため、一覧の全体が、ないものとされることがあります。
record-spf-many = 送ってよいサーバーの一覧(SPF)から見に行く先が、10 を超えています。受け取る側が、途中で調べるのをやめることがあります。
record-spf-open = 送ってよいサーバーの一覧(SPF)が、だれでも送ってよいと言っています。一覧の意味がなくなっています。

record-dkim-found = { $provider } の電子署名(DKIM)をたしかめる鍵があります。
record-dkim-missing = 電子署名(DKIM)の鍵が、{ $name } にはありません。{ $provider } から別の名前を伝えられているなら、その名前にあるかもしれません。
record-dkim-missing-google = 電子署名(DKIM)の鍵が、ふつうの場所({ $name })にはありません。管理コンソールで別の名前を選んでいると、ここからは見えません。
record-dkim-missing-microsoft = 電子署名(DKIM)の鍵が、{ $name } にはありません。書く内容は、Microsoft Defender の画面に出ます。
record-dkim-revoked = 電子署名(DKIM)の鍵が、{ $name } で取り消されています。
record-dkim-hollow = { $name } の行はありますが、その先に電子署名(DKIM)の鍵がまだありません。{ $provider } の画面で、署名をオンにします。
record-dkim-elsewhere = { $name } は、{ $provider } ではないところを指しています。
record-dkim-per-customer = 電子署名(DKIM)の鍵の名前は、お客さまごとにちがいます。{ $provider } のページで、確認済みになっているかを見てください。
record-dkim-told = 電子署名(DKIM)の鍵の名前は、{ $provider } のページに書いてあります。

record-dmarc-none = なりすましの扱い(DMARC)は「知らせるだけ」(none)です。
record-dmarc-quarantine = なりすましの扱い(DMARC)は「迷惑メールにする」(quarantine)です。SPF か DKIM が合っていないと、迷惑メールに入りやすくなります。
record-dmarc-reject = なりすましの扱い(DMARC)は「断る」(reject)です。SPF か DKIM が合っていないと、断られることがあります。
record-dmarc-faulty = なりすましの扱い(DMARC)に、読み取れないところがあります。
record-dmarc-two = なりすましの扱い(DMARC)が二つ以上あります。ひとつにしないと、どれも使われません。
record-dmarc-missing = なりすましの扱い(DMARC)が書かれていません。たくさん送るドメインでは、求められることがあります。

record-tenant-found = Microsoft に、{ $domain } を使う会社が登録されています。
record-tenant-missing = Microsoft に、{ $domain } を使う会社は登録されていません。

record-sign-in-found = { $host } に、いまサインインできました。
record-sign-in-unseen = { $host } へのサインインは、いまはためせませんでした。
record-web-found = ウェブの窓口は、前のテストのメールを受け取りました。
record-web-unseen = ウェブの窓口が開いているかどうかは、送ってみるまでわかりません。
record-reading-found = 受信の入口({ $place })が、返事をしました。
record-reading-unseen = 受信の入口({ $place })からは、返事がありませんでした。このネットワークが止めていることもあります。

## 管理者だけが見られること
record-ask-google-programs = セキュリティ → アクセスとデータ管理 → API の制御: このアプリが、ブロックされていないこと。
record-ask-google-reading = アプリ → Google Workspace → Gmail → エンドユーザーのアクセス → POP と IMAP のアクセス: 受信もするなら、使えること。
record-ask-google-two-step = セキュリティの 2段階認証プロセス: アプリ パスワードを使うなら、本人がオンにできること。
record-ask-google-dkim = Gmail の DKIM(メールの認証): 鍵を作って DNS に書いたあと、認証が始まっていること。
record-ask-microsoft-mailbox = Microsoft 365 管理センター → アクティブなユーザー → その人 → メール → メール アプリを管理する: 「認証済み SMTP」にチェックがあること。
record-ask-microsoft-organisation = Exchange 管理センター → 設定 → メール フロー: 組織全体で、ほかのソフトからの送信(SMTP)をオフにしていないこと。
record-ask-microsoft-rules = セキュリティの既定値群と条件付きアクセス: この人のサインインを止めていないこと。
record-ask-microsoft-consent = Entra 管理センター → エンタープライズ アプリケーション: このアプリで送ること(SMTP.Send か Mail.Send)を、管理者が許可していること。
record-ask-microsoft-dkim = Microsoft Defender のメール認証の設定(DKIM): このドメインの署名がオンであること。
