# 設定をさがすときに、だれにたずねて、何が返ってきたか。画面と `todoita detect --explain` の両方で使う。

## たずねた相手

source-domain-table = このアプリが持っている一覧
source-mx = DNS: このドメインのメールを受け取る場所(MX)
source-ns = DNS: ドメインの名前を管理している会社(NS)
source-ptr = DNS: メールサーバーがだれのコンピューターか(PTR)
source-autoconfig = メールソフトのための案内(autoconfig)
source-well-known = ドメインのウェブサイトにある案内(.well-known)
source-ispdb = 設定の公開の一覧(ISPDB)
source-srv = DNS: ドメインが用意しているサーバー(SRV)
source-pacc = 新しい形の案内(PACC)
source-openid-configuration = マイクロソフト: このドメインを知っているか
source-spf = DNS: このドメインから送ってよい相手(SPF)
source-dkim = DNS: このドメインのメールに署名する相手(DKIM)
source-probe = よくあるサーバーの名前をためす

## 返ってきたもの

heard-found = 設定がありました: { $detail }
heard-provider = このアプリが知っているサービスです: { $detail }
heard-filter = メールボックスの前に、メールのフィルターがあります: { $detail }
heard-forwarding = メールは、ここから別の場所へ転送されます: { $detail }
heard-hint = { $detail } かもしれない、という小さな手がかりがありました。
heard-tenant =
    { $detail ->
        [us-government] このドメインは、そこにあります(アメリカ政府のための場所)。
        [us-defense] このドメインは、そこにあります(アメリカ国防総省のための場所)。
        [china] このドメインは、そこにあります(中国のための場所)。
       *[world] このドメインは、そこにあります。
    }
heard-nothing = 何もありませんでした。
heard-unknown-host = このサーバーの名前は知りません。
heard-not-offered = 「用意していない」と、ドメインが言っています。
heard-null-mx = 「メールを受け取らない」と、ドメインが言っています。
heard-no-mx = メールを受け取る場所が、書かれていません。
heard-no-domain = そのドメインはありません。
heard-not-reached = 時間のうちに、返事がありませんでした。
heard-lookup-failed = 調べることができませんでした。
heard-bad-certificate = 相手が本物だと確かめられないので、中身を読みませんでした。
heard-not-a-configuration = 返ってきたものは、設定ではありませんでした。
heard-refused =
    { $detail ->
        [private-address] 内部のネットワークへつながるので、そこへは行きませんでした。
        [too-large] 大きすぎるので、読むのをやめました。
        [redirect] 安全でない場所へ案内されたので、ついて行きませんでした。
        [document-type] 害になりうる部分がファイルにあるので、使いませんでした。
        [too-deep] 害になりうる形のファイルなので、使いませんでした。
       *[other] 安全でないので、使いませんでした。
    }
heard-only-unprotected = 守りのないサーバーしかありません。それは使いません。
heard-no-usable-server = サーバーはありますが、ここで使えるものがありません。
heard-takes-no-password = サーバーはありますが、パスワードを受け取りません。

## どれだけ信じるか

trust-table = このアプリの一覧
trust-domain = ドメイン自身の案内
trust-unproven = まだ確かではない
