### 見る人の少ない画面の言葉。画面といっしょに届くので、ページは持っていません。言葉と { $name } だけで書きます。

## ひとつだけの質問

screen-question-title-mailbox = このメールを、ふだんどこで読んでいますか?
screen-question-lead-mailbox = { $address } の送り方を決めるために、ひとつだけ教えてください。
screen-question-help-mailbox = 迷ったら、メールを読む画面の上のほうに出ているアドレスを見てください。Gmail の画面なら mail.google.com、Outlook の画面なら outlook.office.com か outlook.cloud.microsoft です。
screen-question-title-organisation = このサーバーを使いますか?
screen-question-lead-organisation = { $address } のメールを送るサーバーは、アドレスとは別の名前の会社のものでした。
screen-question-address = あなたのアドレスの「@」の後ろ
screen-question-server = メールを送るサーバー
screen-question-odd = まぎらわしい文字
screen-question-help-organisation = 契約しているメールの会社や、ホームページの会社の名前なら、使えます。心当たりがないときは、使わないで、契約の書類か、会社の担当の人にたしかめてください。
screen-question-title-device = どこで使いますか?
screen-question-lead-device = { $address } を使うための設定を表示します。
screen-question-title-maker = どのメーカーのものですか?
screen-question-lead-maker = そのメーカーの機器に入れる設定を表示します。

## 自分で入れる

screen-by-hand-title = メールサーバーの名前を入れてください
screen-by-hand-lead = メールサーバーは、{ $address } のメールを送る機械です。名前は、メールの会社の案内に書いてあります。
screen-by-hand-host = 送信サーバー(SMTP)
screen-by-hand-host-help = たとえば mail.example.jp
screen-by-hand-empty = わからないところは、空のままにしてください。こちらで調べます。
screen-by-hand-port = ポート番号
screen-by-hand-security = 暗号の種類
screen-by-hand-security-auto = おまかせ
screen-by-hand-security-tls = TLS(はじめから)
screen-by-hand-security-starttls = STARTTLS(とちゅうから)
screen-by-hand-user-name = ユーザー名(メールアドレスとちがうとき)

## 送信サービス

screen-relays-title = どの送信サービスを使いますか?
screen-relays-lead = 契約しているサービスを選んでください。
screen-relays-care = 差出人には、自分や会社のドメイン(@の後ろの名前)のアドレスが向いています。gmail.com などのアドレスを差出人にすると、迷惑メールとして扱われやすくなります。
screen-relay-title = { $provider } で送ります
screen-relay-lead = 用意ができたら、テストのメールを1通送ってたしかめます。
screen-relay-address = 差出人のアドレス
screen-relay-place-region = 地域({ $provider } の画面に出ている場所)
screen-relay-place-account = アカウントの名前({ $provider } の画面に出ている名前)
screen-relay-place-host = サーバーの名前(SMTP)
screen-relay-user-name = ユーザー名({ $name })
screen-relay-key = { $key }
screen-relay-recipient = テストの届け先
screen-relay-recipient-help = 空のままなら、差出人のアドレスに届きます。差出人のアドレスで受け取れないときは、届いたことを見られるアドレスを入れてください。
screen-relays-doors = 会社の管理者が用意する、パスワードのいらない方法
screen-relays-doors-lead = 送る場所(会社の IP アドレス)だけで通す方法です。とどいたは、この方法では送りません。プリンターなどに入れる設定を説明します。

## ドメインの設定

screen-records-title = { $domain } の設定
screen-records-lead = { $provider } から送ったメールが届くように、外から見える設定を調べます。
screen-records-mx = メールの届け先(MX)
screen-records-spf = 送ってよいサーバー(SPF)
screen-records-dkim = 電子署名(DKIM)
screen-records-dmarc = なりすましの扱い(DMARC)
screen-records-tenant = Microsoft への登録
screen-records-sign-in = 送信のサインイン
screen-records-web = ウェブの窓口
screen-records-reading = 受信の入口
screen-records-found = できています
screen-records-missing = まだありません
screen-records-faulty = 直すところがあります
screen-records-unseen = ここからは見えません
screen-records-now = いま書かれていること
screen-records-add = 書き足す行
screen-records-instead = いまの行と置き換える行
screen-records-owner = 名前
screen-records-kind = 種類
screen-records-value = 値
screen-records-help = ドメインの設定(DNS)を変えられる人が書きます。入力する画面がドメインを付け足すときは、名前からドメインを除きます(何も残らないときは @)。
screen-records-ask = 管理者だけが見られること
screen-records-ask-help = ここからは見えません。管理者の画面で見ます。メニューの名前は、少しちがうことがあります。

## このプログラムについて

screen-about-title = とどいたについて
screen-about-lead = メールを送れるようにして、届いたことまでたしかめるプログラムです。
screen-about-version = バージョン
screen-about-system = このパソコン
screen-about-asking = 調べています
screen-about-licence = MIT ライセンスか Apache ライセンス 2.0 の、どちらかを選んで使えます。
screen-about-parts = 中に入っている、ほかの人の作ったもの({ $count }個)
screen-about-parts-lead = それぞれの名前と、使ってよい決まり(ライセンス)です。決まりの全文は、プログラムといっしょに入る THIRD-PARTY.md にあります。
