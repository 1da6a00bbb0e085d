# メールの会社での準備。1行に、することは1つ。番号の順にする。
# 出典と日付は crates/providers/data/panels.toml にある。名前が変わるかもしれないところは、ちがう名前でも困らない言い方にする。

prepare-google-1 = Google のページを開いて、サインインします。
prepare-google-2 = アプリの名前に「Todoita」と入れて、作成のボタンを押します。
prepare-google-3 = 出てきた16文字を、空白ごと下の欄に貼り付けます。

prepare-icloud-1 = Apple のページを開いて、サインインします。
prepare-icloud-2 = 「サインインとセキュリティ」の「アプリ用パスワード」を開きます。
prepare-icloud-3 = 名前に「Todoita」と入れて、作成します。
prepare-icloud-4 = 出てきた文字を、「-」ごと下の欄に貼り付けます。

prepare-yahoo-1 = { $provider } のセキュリティのページを開いて、サインインします。
prepare-yahoo-2 = 「アプリパスワード」(App password)をさがして、「Todoita」の名前で作ります。
prepare-yahoo-3 = 出てきた16文字を、空白ごと下の欄に貼り付けます。

prepare-att-1 = ブラウザーで、AT&T のアカウントのページにサインインします。
prepare-att-2 = サインインの情報(Sign-in info)で、「Secure mail key」を1つ作ります。
prepare-att-3 = 出てきた文字を、下の欄に貼り付けます。

prepare-yahoo-japan-1 = Yahoo!メールを開いて、ログインします。
prepare-yahoo-japan-2 = 「メールの設定」から、「IMAP/POP/SMTPアクセス」を開きます。
prepare-yahoo-japan-3 = 公式サービス以外からのアクセスも使えるほうを選びます。
prepare-yahoo-japan-4 = 「IMAP」と「SMTP」を「利用する」にして、保存します。
prepare-yahoo-japan-5 = Yahoo! JAPAN のパスワードを、下の欄に入れます。

prepare-fastmail-1 = Fastmail を開いて、ログインします。
prepare-fastmail-2 = 設定(Settings)の「Privacy & Security」を開きます。
prepare-fastmail-3 = 「Manage app passwords」から、新しいパスワードを1つ作ります。
prepare-fastmail-4 = 出てきた文字を、下の欄に貼り付けます。

prepare-zoho-1 = { $provider } を開いて、ログインします。
prepare-zoho-2 = 設定(Settings)の「Mail Accounts」で、自分のアドレスを押します。
prepare-zoho-3 = 「IMAP Access」にチェックを入れて、保存(Save)します。
prepare-zoho-4 = いつものパスワードを、下の欄に入れます。

prepare-zoho-app-1 = { $provider } を開いて、ログインします。
prepare-zoho-app-2 = 設定の「Mail Accounts」で、「IMAP Access」にチェックを入れて保存します。
prepare-zoho-app-3 = アカウントの「Security」の「App Passwords」で、「Todoita」の名前で作ります。
prepare-zoho-app-4 = 出てきた文字を、下の欄に貼り付けます。

prepare-gmx-1 = パソコンのブラウザーで { $provider } を開いて、ログインします。
prepare-gmx-2 = メールの設定の「POP3/IMAP」で、ほかのソフトの利用をオンにして保存します。
prepare-gmx-3 = { $provider } のいつものパスワードを、下の欄に入れます。

prepare-gmx-app-1 = パソコンのブラウザーで { $provider } を開いて、ログインします。
prepare-gmx-app-2 = メールの設定の「POP3/IMAP」が、オンのままかたしかめます。
prepare-gmx-app-3 = アカウントの「セキュリティ」(Sicherheit)で、アプリ専用のパスワードを作ります。
prepare-gmx-app-4 = 出てきた文字を、下の欄に貼り付けます。

prepare-yandex-1 = Yandex ID のページを開いて、サインインします。
prepare-yandex-2 = 「アプリのパスワード」(App passwords)で、種類に「メール」を選んで作ります。
prepare-yandex-3 = 出てきた文字を、下の欄に貼り付けます。
prepare-yandex-4 = Yandex メールの設定でも、メールソフトの利用(IMAP)をオンにします。

prepare-mail-ru-1 = Mail.ru のページを開いて、サインインします。
prepare-mail-ru-2 = 外部のアプリのためのパスワードを、「Todoita」の名前で作ります。
prepare-mail-ru-3 = 出てきた文字を、下の欄に貼り付けます。

prepare-qq-1 = QQメールを開いて、ログインします。
prepare-qq-2 = 「设置」(設定)を開いて、「POP3/IMAP/SMTP」のところをさがします。
prepare-qq-3 = 「开启」(オン)を押します。
prepare-qq-4 = スマートフォンで、WeChat か SMS の確認をします。
prepare-qq-5 = 出てきた16文字(授权码)を、下の欄に貼り付けます。

prepare-netease-1 = { $provider } を開いて、ログインします。
prepare-netease-2 = 「设置」(設定)から、「POP3/SMTP/IMAP」を開きます。
prepare-netease-3 = 「开启」(オン)を押します。確認を求められたら、そのとおりにします。
prepare-netease-4 = 出てきた文字(授权码)を、下の欄に貼り付けます。

prepare-naver-1 = Naver の2段階認証のページを開いて、ログインします。
prepare-naver-2 = アプリ専用のパスワード(애플리케이션 비밀번호)を、1つ作ります。
prepare-naver-3 = 出てきた文字を、下の欄に貼り付けます。
prepare-naver-4 = Naver メールの設定の「POP3/IMAP」で、IMAP/SMTP を「사용함」(使う)にして保存します。

prepare-daum-1 = パソコンのブラウザーで { $provider } を開いて、ログインします。
prepare-daum-2 = 設定(환경설정)の「IMAP/POP3」で、IMAP/SMTP を「사용함」(使う)にして保存します。
prepare-daum-3 = { $provider } のパスワードを、下の欄に入れます。

prepare-docomo-1 = スマートフォンの Wi-Fi を切って、My docomo を開きます。
prepare-docomo-2 = 「メール設定」の「IMAP専用ID・パスワードの確認」を押します。
prepare-docomo-3 = ネットワーク暗証番号などを入れて、「認証する」を押します。
prepare-docomo-4 = 出てきた ID と、専用のパスワードを、下の欄に入れます。

prepare-au-1 = スマートフォンの Wi-Fi を切って、au のメールの設定を開きます。
prepare-au-2 = ほかのメールソフトで使うための設定を開いて、ユーザーIDとパスワードを出します。
prepare-au-3 = その2つを、下の欄に入れます。

prepare-softbank-1 = SoftBank からの SMS をさがすか、My SoftBank でメールの管理のページを開きます。
prepare-softbank-2 = 「Eメール(i)」のパスワードをたしかめます。
prepare-softbank-3 = そのパスワードを、下の欄に入れます。My SoftBank のものとは、ちがうことがあります。

prepare-plala-1 = ぷららの Web メールに、ログインします。
prepare-plala-2 = 設定に SSL のスイッチがあれば、オンにします。
prepare-plala-3 = メールのパスワードを、下の欄に入れます。会員のものとは、ちがうことがあります。

prepare-line-works-1 = LINE WORKS を開いて、自分の写真(アイコン)を押します。
prepare-line-works-2 = 「セキュリティ」を開いて、「外部アプリパスワード」をさがします。
prepare-line-works-3 = 新しいパスワードを作ります。
prepare-line-works-4 = 出てきた文字を、下の欄に貼り付けます。

prepare-t-online-1 = ブラウザーで T-Online のメールを開いて、ログインします。
prepare-t-online-2 = 設定(Einstellungen)の「Passwörter」で、メールソフト用のパスワードを決めます。
prepare-t-online-3 = 決めたパスワードを、下の欄に入れます。

prepare-proton-1 = Proton Mail を開いて、ログインします。
prepare-proton-2 = 設定(Settings)の「IMAP/SMTP」を開きます。
prepare-proton-3 = 「SMTP tokens」で、自分のドメインのアドレスを選んで1つ作ります。
prepare-proton-4 = 出てきた文字(トークン)を、下の欄に貼り付けます。

prepare-xfinity-1 = ブラウザーで Xfinity を開いて、サインインします。
prepare-xfinity-2 = メールのセキュリティ(Email security)で、ほかのアプリ(third-party)の利用を許可します。
prepare-xfinity-3 = Xfinity のパスワードを、下の欄に入れます。

prepare-app-password-1 = ブラウザーで { $provider } を開いて、ログインします。
prepare-app-password-2 = セキュリティの設定で、「アプリパスワード」のような名前のものを1つ作ります。
prepare-app-password-3 = 出てきた文字を、下の欄に貼り付けます。

prepare-switch-and-app-password-1 = ブラウザーで { $provider } を開いて、ログインします。
prepare-switch-and-app-password-2 = メールの設定で、ほかのメールソフトの利用(IMAP/SMTP)をオンにします。
prepare-switch-and-app-password-3 = セキュリティの設定で、「アプリパスワード」のような名前のものを1つ作ります。
prepare-switch-and-app-password-4 = 出てきた文字を、下の欄に貼り付けます。

prepare-mail-password-1 = { $provider } から届いた書類か、会員のページを用意します。
prepare-mail-password-2 = 「メールのパスワード」のような名前をさがします。
prepare-mail-password-3 = そのパスワードを、下の欄に入れます。会員のものとは、ちがうことがあります。

prepare-switch-on-1 = ブラウザーで { $provider } を開いて、ログインします。
prepare-switch-on-2 = メールの設定で、ほかのメールソフトの利用(IMAP/SMTP)をオンにします。
prepare-switch-on-3 = { $provider } のパスワードを、下の欄に入れます。

## はじめる前に

prepare-before-two-step = まだなら、先に、{ $provider } の2段階認証をオンにします。「2ファクタ認証」という名前のこともあります。
prepare-before-mobile-line = 設定のページは、スマートフォンの回線でだけ開きます。Wi-Fi では開けません。
prepare-before-paid-plan = { $provider } の契約(プラン)によっては、ほかのアプリからは送れません。
prepare-before-administrator = 会社や学校の管理者の許可がいることがあります。
prepare-before-password-off = パスワードなしでログインしている人は、先に、パスワードを使う設定にもどします。

## 欄に入れた文字について

prepare-fits = { $count }文字。{ $provider } が作る形と同じです。
prepare-misfit = { $count }文字です。{ $provider } が作る形とちがいます。いつものパスワードなら、断られることがあります。
