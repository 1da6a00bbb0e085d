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

screen-home-title = 設定したアドレス
screen-home-lead = もう一度ためしたり、ほかの機器の設定を見たりできます。
screen-home-trouble = 問題が見つかったアドレスがあります。「何が起きたかを見る」を押すと、直し方が分かります。
screen-home-empty = まだ、ひとつもありません。アドレスを追加してください。
screen-home-remove = この設定を消しますか? このパソコンに入れた、パスワードや許可も消します。メールは消えません。

## アドレス

screen-address-title = メールアドレスを入れてください
screen-address-lead = どの方法で送れるか、こちらで調べます。
screen-address-label = メールアドレス
screen-address-suggestion = もしかして、{ $address } ですか?
screen-address-or = または、そのままサインイン
screen-address-consent = Google の画面にチェックの欄が出たら、全部にチェックを入れてください。そのあと、テストのメールを1通、あなた自身に送ります。

## ひとつだけの質問

screen-evidence = どうやってわかったか

## ブラウザーでの許可

screen-provider-google = Google
screen-provider-microsoft = Microsoft
screen-provider-other = サインイン
screen-consent-title = つぎは、ブラウザーで許可します
screen-consent-title-google = ブラウザーで許可してください
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
    チェックの欄が出たら、全部にチェックを入れます。
    「許可」または「続行」を押します。
screen-consent-steps-microsoft =
    パスワードを聞かれたら、その画面に入れます。
    「承諾」を押します。
screen-consent-steps-other =
    チェックの欄が出たら、メールを送る欄にチェックを入れます。
    許可のボタンを押します。
screen-consent-link = サインインの画面へのリンク
screen-consent-starting = ブラウザーを開いています…
screen-consent-checking = すこし待ってください…
screen-consent-waiting = ブラウザーの返事を待っています…
screen-consent-waited = { $minutes }分待っています。急がなくてかまいません。
screen-consent-nothing = 何も起こりませんか?
screen-consent-nothing-tips =
    ブラウザーが、ほかのウィンドウの後ろにあるかもしれません。
    ちがうアカウントで開いたときは、リンクをコピーして、別のブラウザーに貼り付けてください。
    かならず、このパソコンのブラウザーで開いてください。スマートフォンでは進めません。
screen-consent-error = ブラウザーに、エラーが出ましたか?
screen-consent-error-label = エラーの文、または番号
screen-consent-error-help = 「Error 400: …」や「AADSTS…」のような文を、そのまま写すか、貼り付けてください。

## パスワード

screen-password-title-app = アプリ専用のパスワードを用意します
screen-password-title-ordinary = メールのパスワードを入れてください
screen-password-lead-app = { $provider } では、いつものパスワードの代わりに、アプリ専用のパスワードを使います。
screen-password-lead-ordinary = { $address } のパスワードです。{ $host } にだけ、暗号にして送ります。
screen-password-label-app = アプリ専用のパスワード
screen-password-label-ordinary = メールのパスワード
screen-password-user-name = ユーザー名({ $name })
screen-password-user-name-help = 上の手順のページか、メールの会社からの案内に書いてあります。
screen-password-user-name-help-told = メールの会社からの案内に書いてあります。
screen-password-show = 見せる
screen-password-hide = かくす
screen-password-show-label = パスワードの文字を見せる

## たしかめる

screen-check-title = つながるか、たしかめています
screen-check-lead = 終わると、この画面が自動で進みます。
screen-check-now = いま

## 届いたか

screen-arrival-title = テストのメールは届きましたか?
screen-arrival-title-looking = 届いたかどうか、見ています
screen-arrival-lead = サーバーは { $time } に受け取りました。でも、届いたかどうかは、まだわかりません。
screen-arrival-find = { $address } のメールを開いてください。件名にこの文字があるメールを、さがしてください。
screen-arrival-seeking = { $address } のメールの中で、件名にこの文字があるメールをさがしています。ご自分で見てもかまいません。
screen-arrival-spam = 見つからないときは、「迷惑メール」のフォルダーも見てください。
screen-arrival-looking = 受信箱を見ています…

## できあがり

screen-done-title = 準備ができました
screen-done-lead = このアドレスから送れることを、たしかめました。
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
screen-code-lead = ここから開いたブラウザーで、サインインできないときの方法です。終わると、この画面が自動で進みます。
screen-code-page = ① ほかの機器やブラウザーで、このページを開きます
screen-code-label = ② このコードを入れて、サインインします
screen-code-until = { $time } まで使えます。ほかの人には教えないでください。
screen-code-picture = ページのアドレスの二次元コード
screen-code-waiting = コードが入るのを待っています…

## 設定カード

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
screen-problem-help = 会社の相談先
