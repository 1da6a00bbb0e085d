### 送信サービス。だれに向いているかと、鍵の作り方。

relay-suits-any-address = アドレスひとつの確認から始められます。自分のドメインで送る人にも使えます。
relay-suits-aws = Amazon のクラウド(AWS)を、もう使っている人に。
relay-suits-azure = Microsoft のクラウド(Azure)を、もう使っている会社に。
relay-suits-europe = ヨーロッパの会社のサービスを選びたい人に。アドレスひとつの確認から始められます。
relay-suits-google-company = Google Workspace の会社で、管理者が SMTP リレーを用意したとき。社内あてにも社外あてにも送れます。
relay-suits-its-address = 差出人は、いつもサービスからもらう @msgwing.com のアドレスになります。自分のアドレスでは送れません。
relay-suits-japan = 日本の会社と契約したい人に。
relay-suits-korea = 韓国の NHN Cloud を、もう使っている人に。
relay-suits-mailchimp = Mailchimp を、もう使っている人に。
relay-suits-many-doors = ふつうの入口がふさがれているネットワークから送る人に。入口がたくさんあります。
relay-suits-microsoft-inside = Microsoft 365 の会社で、管理者が HVE を用意したとき。社内あてにだけ送れます。
relay-suits-oracle = Oracle のクラウド(OCI)を、もう使っている人に。
relay-suits-own-domain = 自分のドメイン(@の後ろの名前)を持っていて、その設定を変えられる人に。

relay-before-address = 先に { $provider } で、差出人のアドレスかドメインの確認を済ませてください。済むまでは送れません。
relay-before-administrator = 先に、会社の管理者が { $provider } を使えるようにする必要があります。まだなら、この画面を管理者に見せてください。
relay-before-domain = 先に { $provider } で、差出人のドメインの確認を済ませてください。済むまでは送れません。
relay-before-sandbox = 先に { $provider } で、差出人の確認を済ませてください。新しい契約では、確認した相手にしか送れないことがあります。そのときは、テストの届け先も { $provider } で確認してください。

relay-step-page = { $provider } のページを開いて、サインインします。
relay-step-page-app-password = Google のアプリ パスワードのページを開いて、サインインします。先に、2段階認証をオンにします。
relay-step-make = 「{ $key }」を作ります。作りたてのときしか見えないことがあります。
relay-step-copy = 「{ $key }」をコピーして、下に貼り付けます。
relay-step-paper = { $provider } から受け取った書類やメールを、手元に用意します。
relay-step-paper-administrator = 管理者から受け取った、{ $provider } の設定を、手元に用意します。
relay-step-type = そこに書いてあるとおりに、下の欄に入れます。
