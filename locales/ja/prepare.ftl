# メールの会社での準備。番号の順にする。ボタンやメニューの名前は、2026-11 に集めた情報による。
# 名前が変わっても困らないように、言い切れないところは「のような」と書く。

prepare-google-1 = Google のページを開いて、サインインします。
prepare-google-2 = 名前の欄に「Todoita」と入れて、作成のボタンを押します。
prepare-google-3 = 出てきた16文字をコピーして、下の欄に貼り付けます。空白はそのままでかまいません。
prepare-icloud-1 = Apple のページを開いて、サインインします。
prepare-icloud-2 = 「アプリ用パスワード」を開いて、名前に「Todoita」と入れて作ります。
prepare-icloud-3 = 出てきた文字をコピーして、下の欄に貼り付けます。
prepare-yahoo-1 = { $provider } のページを開いて、サインインします。
prepare-yahoo-2 = 「アプリパスワード」のような名前のところで、新しく1つ作ります。
prepare-yahoo-3 = 出てきた16文字をコピーして、下の欄に貼り付けます。
prepare-yahoo-japan-1 = Yahoo!メールの画面を開いて、ログインします。
prepare-yahoo-japan-2 = メールの設定の「IMAP/POP/SMTPアクセス」で、公式サービス以外からのアクセスも有効にします。「IMAP」と「SMTP」の両方を「利用する」にして、保存します。
prepare-yahoo-japan-3 = Yahoo! JAPAN のパスワードを、下の欄に入れます。
prepare-docomo-1 = スマートフォンの Wi-Fi を切って、ドコモの回線で My docomo を開きます。
prepare-docomo-2 = ドコモメールの設定で、IMAP用のパスワードを作ります(dアカウントのパスワードは使えません)。
prepare-docomo-3 = dアカウントのIDと、作ったパスワードを、下の欄に入れます。
prepare-au-1 = スマートフォンの Wi-Fi を切って、auの回線でメールの設定を開きます。
prepare-au-2 = ほかのメールソフトで使うための設定を開いて、ユーザーIDとパスワードを出します。
prepare-au-3 = その2つを、下の欄に入れます。
prepare-softbank-1 = SoftBank から届いた SMS をさがすか、My SoftBank の「メール管理」のようなところを開きます。
prepare-softbank-2 = 「Eメール(i)」のパスワードをたしかめます。My SoftBank のパスワードとは、ちがうことがあります。
prepare-softbank-3 = そのパスワードを、下の欄に入れます。
prepare-plala-1 = ぷららの Web メールに、ログインします。
prepare-plala-2 = 設定に「SSL を利用する」のようなところがあるときは、オンにします。
prepare-plala-3 = メールのパスワードを、下の欄に入れます。会員のパスワードとはちがうことがあります。
prepare-line-works-1 = LINE WORKS の管理者が、外部のアプリの利用を許可しているか、たしかめます。
prepare-line-works-2 = ご自分の環境設定で、外部アプリ用のパスワードを作ります。
prepare-line-works-3 = 出てきたパスワードを、下の欄に入れます。
prepare-app-password-1 = { $provider } の画面に、ブラウザーでログインします。
prepare-app-password-2 = セキュリティの設定で、「アプリパスワード」のような名前のものを1つ作ります。
prepare-app-password-3 = 出てきたパスワードをコピーして、下の欄に貼り付けます。
prepare-mail-password-1 = { $provider } から届いた書類や、会員の画面を用意します。
prepare-mail-password-2 = 「メールのパスワード」をさがします。会員のパスワードとはちがうことがあります。
prepare-mail-password-3 = そのパスワードを、下の欄に入れます。
prepare-switch-on-1 = { $provider } の画面に、ブラウザーでログインします。
prepare-switch-on-2 = メールの設定で、ほかのメールソフトからの利用(SMTPなど)を有効にします。
prepare-switch-on-3 = 画面にパスワードが出たときは、それを下の欄に入れます。出ないときは、いつものパスワードを入れます。
prepare-paid-plan-1 = { $provider } の有料の契約で、ほかのメールソフトが使えるか、たしかめます。
prepare-paid-plan-2 = メールの設定で、ほかのメールソフトからの利用を有効にします。
prepare-paid-plan-3 = パスワードを、下の欄に入れます。

prepare-before-two-step = 先に、{ $provider } の2段階認証(パスワードと、もう1つの確認)をオンにしておきます。オフのままだと、専用のパスワードを作れません。
prepare-before-mobile-line = 設定のページは、スマートフォンの回線でだけ開きます。Wi-Fi を切ってください。
prepare-before-paid-plan = { $provider } では、有料の契約でだけ使えることがあります。
prepare-before-administrator = 会社や学校の管理者の許可がいることがあります。
