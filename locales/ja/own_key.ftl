### 自分用の鍵(クライアントID)を、Google や Microsoft の画面で作る道。メニューの名前は変わることがあるので、ボタンの名前を先に書く。

own-key-opening = 準備しています

## Google

own-key-google-project = Google に、置き場所を作ります
own-key-google-project-1 = 「ページを開く」を押します。Google のサインインの画面が出たら、メールを送りたいアカウントで入ります。
own-key-google-project-2 = プロジェクトの名前に、下の文字を入れます。ほかは、そのままでかまいません。
own-key-google-project-3 = 「作成」を押します。

own-key-google-branding = 名前をつけます
own-key-google-branding-1 = ページを開いて、「開始」(Get started)を押します。
own-key-google-branding-2 = アプリの名前に、下の文字を入れます。メールの欄は、自分のアドレスを選びます。ひと区切りごとに「次へ」を押します。
own-key-google-branding-3 = 「対象」では、会社や学校の Google Workspace なら「内部」、ふつうの Gmail なら「外部」を選びます。
own-key-google-branding-4 = 連絡先に自分のアドレスを入れます。規約にチェックをつけて「続行」を押し、「作成」を押します。

own-key-google-publish = 「テスト中」を終わらせます
own-key-google-publish-1 = ページを開きます。「内部」を選んだ人は、ここでは何もしないで、つぎへ進みます。
own-key-google-publish-2 = 「外部」を選んだ人は、「アプリを公開」を押して、「確認」を押します。審査の申し込みは、いりません。
own-key-google-publish-care = 「テスト中」のままにすると、許可が7日で切れて、また送れなくなります。

own-key-google-client = 鍵を作ります
own-key-google-client-1 = ページを開いて、「クライアントを作成」を押します。
own-key-google-client-2 = アプリケーションの種類で「デスクトップ アプリ」を選びます。名前は、そのままでかまいません。
own-key-google-client-3 = 「作成」を押して、出てきた画面で「JSON をダウンロード」を押します。
own-key-google-client-care = ダウンロードできるのは、この画面を閉じるまでです。「ウェブ アプリケーション」を選ぶと、使えません。

own-key-google-api = Gmail を使えるようにします
own-key-google-api-1 = ページを開きます。
own-key-google-api-2 = 「有効にする」を押します。「管理」と出ていれば、もう済んでいます。

own-key-google-file = ダウンロードしたファイルを渡します
own-key-google-file-1 = 「ダウンロード」の中の「client_secret」で始まるファイルを、下の枠に入れます。

own-key-google-done = 鍵の準備ができました

## Microsoft

own-key-microsoft-register = Microsoft に、アプリを登録します
own-key-microsoft-register-1 = { $place ->
        [microsoft-gov] この組織は、アメリカ政府のための Microsoft にあります。「ページを開く」を押して、職場のアカウントで入り、「新規登録」を押します。Microsoft のほかのページで作った鍵は、ここでは使えません。
        [microsoft-china] この組織は、中国の Microsoft(21Vianet)にあります。「ページを開く」を押して、会社のアカウントで入り、「新規登録」を押します。Microsoft のほかのページで作った鍵は、ここでは使えません。
       *[other] 「ページを開く」を押して、会社のアカウントで入ります。「新規登録」を押します。
    }
own-key-microsoft-register-2 = 名前に、下の文字を入れます。
own-key-microsoft-register-3 = { $place ->
        [microsoft] アカウントの種類は、「この組織ディレクトリのみ」か「シングル テナント」と書かれたものを選びます。outlook.com などの個人のアドレスで送るときは、「個人用 Microsoft アカウント」が入っているものを選びます。
       *[other] アカウントの種類は、「この組織ディレクトリのみ」か「シングル テナント」と書かれたものを選びます。
    }
own-key-microsoft-register-4 = リダイレクト URI は、左の欄で「パブリック クライアント/ネイティブ」を選び、右の欄に下の文字を入れます。
own-key-microsoft-register-5 = 「登録」を押します。
own-key-microsoft-register-care = 「登録できません」と出るときは、会社の管理者だけが登録できる決まりです。個人のアカウントだけでは、登録できないことがあります。

own-key-microsoft-rights = 送るための許可を足します
own-key-microsoft-rights-1 = 登録した画面の左で「API のアクセス許可」を押し、「アクセス許可の追加」を押します。
own-key-microsoft-rights-2 = 「Microsoft Graph」を選んで、「委任されたアクセス許可」を選びます。
own-key-microsoft-rights-3 = 下の3つを探してチェックをつけ、「アクセス許可の追加」を押します。
own-key-microsoft-rights-4 = 管理者の人は、「管理者の同意を与えます」も押します。これを押しておくと、ほかの人に承認の画面が出ません。

own-key-microsoft-device = 別の機器でのサインインを許します
own-key-microsoft-device-1 = 左で「認証」(Authentication)を押します。「設定」のタブがあれば、そこを開きます。
own-key-microsoft-device-2 = 「パブリック クライアント フローを許可する」を「はい」か「有効」にして、保存します。使わないときは、つぎへ進んでかまいません。

own-key-microsoft-ids = ふたつの ID を写します
own-key-microsoft-ids-1 = 左で「概要」を押します。
own-key-microsoft-ids-2 = 出ている ID を、下の欄に写します。シークレットは、いりません。

own-key-microsoft-done = 鍵の準備ができました

## 写す文字の名前

own-key-copy-name = 名前
own-key-copy-redirect = リダイレクト URI
own-key-copy-right = メールを送る
own-key-copy-lasting = サインインを保つ
own-key-copy-web = ウェブの窓口で送る

## 渡したあと

own-key-file-read = ファイルを受け取りました。「この鍵を使う」を押してください。
own-key-taken = 鍵は、このパソコンの、パスワードの保管場所にしまいました。ダウンロードしたファイルは、もういりません。
own-key-ids-taken = つぎのサインインから、この鍵を使います。
own-key-file-there = 鍵は、このパソコンの、パスワードの保管場所にしまいました。「ダウンロード」に残っている { $file } は、もういりません。
own-key-file-deleted = { $file } を消しました。鍵は、このパソコンの、パスワードの保管場所にあります。
own-key-file-not-deleted = { $file } を消せませんでした。「ダウンロード」から、自分で消してください。

own-key-error-no-file = まだ、ファイルがありません。
own-key-error-too-large = ファイルが大きすぎます。「client_secret」で始まる、小さなファイルを入れてください。
own-key-error-not-a-key = このファイルには、鍵が見つかりません。「client_secret」で始まるファイルを入れてください。
own-key-error-web = これは「ウェブ アプリケーション」用の鍵です。もどって、「デスクトップ アプリ」で作り直してください。
own-key-error-service-account = これは「サービス アカウント」の鍵です。もどって、「クライアントを作成」から「デスクトップ アプリ」で作ってください。
own-key-error-odd = ファイルの中の ID か秘密の文字が、Google のものと形がちがいます。もう一度ダウンロードするか、作り直してください。
own-key-error-client-id = アプリケーション ID の形がちがいます。数字と a から f の文字が、ハイフンで5つに分かれたものです。
own-key-error-tenant-id = テナント ID の形がちがいます。数字と a から f の文字が、ハイフンで5つに分かれたものです。
own-key-error-keychain = このパソコンの、パスワードの保管場所が開きませんでした。開けてから、もう一度押してください。
own-key-error-disk = ID を書きこめませんでした。ディスクの空きを確かめて、もう一度押してください。

own-key-still-testing = 自分用の鍵が Google で「テスト中」のままだと、許可は7日で切れます。そのときは、公開してから、もう一度サインインします。
