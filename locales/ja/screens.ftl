### 画面の決まった文。ひとつの文に、ひとつのこと。約束は、本当のことだけ。

screen-product = とどいた
screen-progress = 進みぐあい
screen-step-done = おわりました:
screen-language-other = English
screen-privacy =
    調べるのは「@」の後ろだけです。
    アドレスもパスワードも、集めません。
screen-more = くわしく
screen-copied = コピーしました
screen-seconds = { $seconds } 秒

## 送れるアドレス

screen-home-title = 送れるアドレス
screen-home-lead = このパソコンから、メールを送れます。
screen-home-empty = まだ、ひとつもありません。アドレスを追加してください。
screen-home-remove = この設定を消しますか? このパソコンに入れた、パスワードや許可も消します。メールは消えません。

## アドレス

screen-address-title = メールアドレスを入れてください
screen-address-lead = どの方法で送れるか、こちらで調べます。
screen-address-label = メールアドレス
screen-address-suggestion = もしかして、{ $address } ですか?
screen-address-or = または、そのままサインイン
screen-address-consent = サインインの画面では、チェックを全部つけたままにしてください。そのあと、テストのメールを1通、あなた自身に送ります。

## ひとつだけの質問

screen-question-title-mailbox = このメールを、ふだんどこで読んでいますか?
screen-question-lead-mailbox = { $address } の送り方を決めるために、ひとつだけ教えてください。
screen-question-help-mailbox = 迷ったら、メールを読む画面の上のほうに出ているアドレスを見てください。Gmail の画面なら mail.google.com、Outlook の画面なら outlook.office.com です。
screen-question-title-organisation = このサーバーを使いますか?
screen-question-lead-organisation = { $address } のメールを送るサーバーは、アドレスとは別の名前の会社のものでした。
screen-question-address = あなたのアドレス
screen-question-server = メールを送るサーバー
screen-question-odd = まぎらわしい文字
screen-question-help-organisation = 契約しているメールの会社や、ホームページの会社の名前なら、使えます。心当たりがないときは、使わないで、契約の書類か、会社の担当の人にたしかめてください。
screen-evidence = どうやってわかったか

## ブラウザーでの許可

screen-provider-google = Google
screen-provider-microsoft = Microsoft
screen-provider-other = サインイン
screen-consent-title = つぎは、ブラウザーで許可します
screen-consent-title-google = ブラウザーで「許可」を押してください
screen-consent-title-microsoft = ブラウザーで「承諾」を押してください
screen-consent-title-other = ブラウザーで許可してください
screen-consent-title-checking = 許可を、たしかめています
screen-consent-lead = ブラウザーに { $provider } の画面が開きます。パスワードは、その画面にだけ入れます。
screen-consent-lead-waiting = { $provider } の画面を開きました。終わると、この画面が自動で進みます。
screen-consent-lead-not-opened = ブラウザーを開けませんでした。下のリンクをコピーして、ブラウザーに貼り付けてください。
screen-consent-lead-checking = ブラウザーから返事がありました。
screen-consent-choose = { $address } を選びます。
screen-consent-choose-any = メールを送りたいアカウントを選びます。
screen-consent-steps-google =
    チェックは、全部つけたままにします。
    「許可」または「続行」を押します。
screen-consent-steps-microsoft =
    パスワードを聞かれたら、その画面に入れます。
    「承諾」を押します。
screen-consent-steps-other =
    チェックは、全部つけたままにします。
    許可のボタンを押します。
screen-consent-link = サインインの画面へのリンク
screen-consent-starting = ブラウザーを開いています…
screen-consent-checking = すこし待ってください…
screen-consent-waiting = ブラウザーの返事を待っています…
screen-consent-waited = { $minutes }分 待っています。時間の決まりはありません。
screen-consent-nothing = 何も起こりませんか?
screen-consent-nothing-tips =
    ブラウザーが、ほかのウィンドウの後ろにあるかもしれません。
    ちがうアカウントで開いたときは、リンクをコピーして、別のブラウザーに貼り付けてください。
    かならず、このパソコンのブラウザーで開いてください。スマートフォンでは進めません。
screen-consent-error = ブラウザーに、エラーが出ましたか?
screen-consent-error-label = エラーの文、または番号
screen-consent-error-help = 「Error 400: …」や「AADSTS…」のような文を、そのまま写すか、貼り付けてください。

## パスワード

screen-password-title-app = このアプリ専用のパスワードを作ります
screen-password-title-ordinary = メールのパスワードを入れてください
screen-password-lead-app = { $provider } では、アプリごとに専用のパスワードを使います。
screen-password-lead-ordinary = { $address } のパスワードです。{ $host } にだけ、暗号にして送ります。
screen-password-label-app = アプリ専用のパスワード
screen-password-label-ordinary = メールのパスワード
screen-password-user-name = ユーザー名({ $name })
screen-password-user-name-help = メールの会社からの案内に書いてあります。
screen-password-show = 見せる
screen-password-hide = かくす
screen-password-show-label = パスワードの文字を見せる

## 自分で入れる

screen-by-hand-title = メールサーバーの名前を入れてください
screen-by-hand-lead = メールサーバーは、{ $address } のメールを送る機械です。名前は、メールの会社の案内に書いてあります。
screen-by-hand-host = 送信メールサーバー(SMTP)
screen-by-hand-host-help = たとえば mail.example.jp
screen-by-hand-empty = わからないところは、空のままにしてください。こちらで調べます。
screen-by-hand-port = ポート番号
screen-by-hand-security = 暗号のかけ方
screen-by-hand-security-auto = おまかせ
screen-by-hand-security-tls = TLS(はじめから)
screen-by-hand-security-starttls = STARTTLS(とちゅうから)
screen-by-hand-user-name = ユーザー名(メールアドレスとちがうとき)

## 送信サービス

screen-relays-title = どの送信サービスを使いますか?
screen-relays-lead = 契約しているサービスを選んでください。名前の順に並んでいます。
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

## たしかめる

screen-check-title = つながるか、たしかめています
screen-check-lead = 終わると、この画面が自動で進みます。
screen-check-now = いま

## 届いたか

screen-arrival-title = テストのメールは届きましたか?
screen-arrival-title-looking = 届いたかどうか、見ています
screen-arrival-lead = サーバーは { $time } に受け取りました。でも、届いたかどうかは、まだわかりません。
screen-arrival-find = { $address } のメールを開いてください。件名にこの文字があるメールを、さがしてください。
screen-arrival-spam = 見つからないときは、「迷惑メール」のフォルダーも見てください。
screen-arrival-looking = 受信箱を見ています…

## できあがり

screen-done-title = 準備ができました
screen-done-lead = このパソコンから、メールを送れます。
screen-done-stamp = とどいた
screen-done-stamp-label = 消印「とどいた」{ $date } { $time }

## うまくいかなかったとき

screen-problem-checks = たしかめたこと
screen-problem-others = ほかにできること
screen-problem-said = サーバーの返事(そのまま)
screen-problem-lines = ここまで進みました

## 管理者への文面

screen-letter-title = 管理者への文面
screen-letter-lead = コピーして、メールやチャットで管理者に送ってください。
screen-letter-ja = 日本語
screen-letter-en = 英語
screen-letter-copy = コピー
screen-letter-close = とじる
screen-code-title = スマートフォンなどで、このコードを入れてください
screen-code-lead = このパソコンのブラウザーが使えないときの方法です。終わると、この画面が自動で進みます。
screen-code-page = ① ほかの機器で、このページを開きます
screen-code-label = ② このコードを入れて、サインインします
screen-code-until = { $time } まで使えます。ほかの人には教えないでください。
screen-code-picture = ページのアドレスの二次元コード
screen-code-waiting = コードが入るのを待っています…

## 設定カード

screen-question-title-device = 何で使いますか?
screen-question-lead-device = { $address } を使うための設定を、出します。
screen-question-title-maker = どのメーカーのものですか?
screen-question-lead-maker = 機器の画面と同じ言葉で、設定を出します。
screen-card-path = 機器の設定画面での場所(英語の画面の名前)
screen-card-field = 機器での名前: { $name }
screen-card-copy = コピー
screen-card-copy-all = 全部コピー
screen-card-print = 印刷
screen-card-notes = 知っておくこと

## 自分用の鍵

screen-guide-at = { $at } / { $of } ページ
screen-guide-file = ファイルをここに入れるか、選びます
screen-guide-file-choose = ファイルを選ぶ
screen-guide-client-id = アプリケーション (クライアント) ID
screen-guide-tenant-id = ディレクトリ (テナント) ID
screen-guide-tenant-id-help = ほかの会社や個人のアカウントも使える登録なら、空のままにします。
screen-problem-help = こまったときは

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
screen-relays-doors = 会社の管理者が用意する、パスワードのいらない方法
screen-relays-doors-lead = 送る場所(会社の IP アドレス)だけで通す方法です。とどいたは、この方法では送りません。プリンターなどに入れる設定を説明します。

screen-about-title = とどいたについて
screen-about-lead = メールを送れるようにして、届いたことまでたしかめるプログラムです。
screen-about-version = 版
screen-about-system = このパソコン
screen-about-asking = たずねています
screen-about-licence = MIT ライセンスか Apache ライセンス 2.0 の、どちらかを選んで使えます。
screen-about-parts = 中に入っている、ほかの人の作ったもの({ $count } 個)
screen-about-parts-lead = それぞれの名前と、使ってよい決まり(ライセンス)です。決まりの全文は、プログラムといっしょに入る THIRD-PARTY.md にあります。
