# コマンド `todoita`。オプションの名前は、どちらの言葉でも同じ。

cli-help =
    todoita { $version }: テストのメールを1通送り、届いたかどうかを伝えます。

    todoita detect ADDRESS [--explain]   アドレスの設定をさがします
    todoita accounts                     設定したアカウントを並べます
    todoita test ACCOUNT                 テストを1通送り、届いたか見ます
    todoita remove ACCOUNT               許可を取り消し、秘密をすべて消します
    todoita diagnose [--provider P] [--login L] [--stage S] [--reply "..."]
                                         サーバーの返事の意味を言います
    todoita check DOMAIN [--relay ID]    ドメインの設定(SPF、DKIM など)を調べます

    どのコマンドにも:
      --json          文のかわりに JSON を1つ
      --lang ja|en    日本語か英語
      --help, -h      この説明
      --version, -V   版の番号

    アカウントの設定は、画面のあるアプリで行います。パスワードなどの秘密は、
    ここでは受け取りません。コマンドの行は、ほかの人に見えることがあるからです。
    終了コード: 0 よい、2 呼び方のまちがい、10 から 20 失敗した段階、30 まだ見えない、
    31 どこで読むメールか、本人に聞く必要がある、32 ドメインの設定に足りないところがある、
    33 メールボックスの中を見られなかった。

cli-misuse-no-command = することを書いてください。detect、accounts、test、remove、diagnose、check があります。
cli-misuse-command = そのコマンドはありません。detect、accounts、test、remove、diagnose、check があります。
cli-misuse-option = { $option } というオプションは、ここにはありません。
cli-misuse-secret = { $option }: 秘密はコマンドの行では受け取りません。ほかの人に見えることがあるからです。設定は、画面のあるアプリで行ってください。
cli-misuse-value = オプション { $option } に値はつけられません。
cli-misuse-language = --lang のあとには ja か en を書きます。
cli-misuse-address-missing = 「detect」のあとに、アドレスを書いてください。
cli-misuse-account-missing = アカウントの名前がありません。「todoita accounts」で見られます。
cli-misuse-too-many = 言葉が1つ多すぎます。
cli-misuse-not-text = コマンドの行が、文字として読めません。
cli-misuse-more = 「todoita --help」で、できることを見られます。
cli-account-unknown = そのアカウントはありません。「todoita accounts」で見られます。
cli-clients-fault = アプリの登録を書いたファイルにまちがいがあるので、使いません: { $place }
cli-unfit = このパソコンでは、安全な接続ができません。

cli-verdict-ready = 今すぐ設定できます。
cli-verdict-needs-preparation = 設定できます。先にメールの会社で、1つ準備がいります。
cli-verdict-impossible = 設定できません。このサービスは、ほかのアプリからメールを受け取りません。
cli-verdict-unknown = 何もわかっていません。
way-out-bridge = 有料のプランなら、専用のアプリ「Bridge」が、パソコンの中にメールのサーバーを作ります。このアプリは、そこにはサインインしません。
way-out-own-program = メールは、そのサービスのアプリか、ブラウザーの中でだけ送れます。
way-out-ended = このサービスは終わりました。別のアドレスがいります。
cli-suggestion = { $suggestion } のことですか?

cli-login-oauth = ブラウザーでの許可
cli-login-app-password = アプリ専用のパスワード
cli-login-password = ふだんのパスワード
cli-login-relay-key = 送信サービスの鍵
cli-logins = サインイン: { $logins }
cli-user-name = ユーザー名: { $name }
cli-user-name-told = ユーザー名: { $name }(メールの会社が知らせるもの)
cli-outgoing = 送信: { $host } ポート { $port }、{ $security }
cli-incoming = 受信: { $host } ポート { $port }、{ $security }({ $protocol })
cli-security-tls = TLS
cli-security-starttls = STARTTLS
cli-trust = 確かさ: { $trust }
cli-question = このメールを、ふだんどこで読んでいますか? ブラウザーの上のアドレスを見てください:
cli-evidence = たずねた相手:
cli-elapsed = { $ms } ミリ秒で見つけました。

cli-accounts-none = 設定したアカウントは、まだありません。
cli-test-begin = { $address } から同じアドレスへ、テストを1通送ります。
cli-test-begin-other = { $address } から { $recipient } へ、テストを1通送ります。
cli-test-code = 件名のコードは { $code } です。
cli-test-inbox = { $seconds }秒後に、受信箱に届きました。
cli-test-elsewhere = 「{ $folder }」フォルダーに届いています(振り分けで移っていました)。
cli-test-came-back = 届けられなかったという知らせが来ました。
cli-test-spam = { $seconds }秒後に、迷惑メールのフォルダーに届きました。
cli-test-not-seen = サーバーは受け取りましたが、1分のあいだには見えませんでした。これから届くかもしれません。
cli-test-could-not-look = サーバーは受け取りましたが、メールボックスの中を見られませんでした。届いたかどうかは、わかりません。ご自分で見てください。
cli-test-not-looked = サーバーは受け取りました。このアプリはメールボックスの中を見られません。ご自分で見てください。
cli-remedies = できること:
cli-said = サーバーの言葉: { $said }

cli-the-server = メールサーバー
cli-certainty-sure = 確かです。
cli-certainty-likely = たぶん、これです。ほかの原因もあります。
cli-buttons = 画面のボタン: { $buttons }
cli-misuse-login = --login には oauth、app-password、password、relay-key、none のどれかを書きます。
cli-misuse-stage = --stage には connect、secure、sign-in、sender、hand-over、consent、token、imap、pop のどれかを書きます。
cli-misuse-value-missing = オプションに値がありません。
cli-check-found = [あり]     { $name }:
cli-check-missing = [なし]     { $name }:
cli-check-faulty = [要変更]   { $name }:
cli-check-unseen = [見えない] { $name }:
cli-check-add = 書き足す行:
cli-check-instead = いまの行と置き換える行:
cli-check-ask = [管理者]
cli-misuse-domain-missing = 調べるドメインかアドレスを書いてください(例: todoita check example.co.jp)。
cli-misuse-relay = その名前の送信サービスは知りません。名前の一覧は docs/cli.md にあります。
