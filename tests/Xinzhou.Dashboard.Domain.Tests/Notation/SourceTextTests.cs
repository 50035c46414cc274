using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

public sealed class SourceTextTests
{
    private const string Panel =
        "github:Karuisawa-Mrs/py-data-analysis-case-library/cases/经济金融/eco-003-spatial-county-convergence/data/county_panel.csv@68dc94d1";

    private static readonly VintageText NoVintage = VintageText.Read("");

    [Theory]
    [InlineData("http://www.sxxz.gov.cn/ggsj/x.shtml", "http://www.sxxz.gov.cn/ggsj/x.shtml", null, null)]
    [InlineData("http://www.kxwhcb.com/newsDetail_forward_22795712 (转澎湃)", "http://www.kxwhcb.com/newsDetail_forward_22795712", "转澎湃", null)]
    [InlineData("http://www.kxwhcb.com/n（转澎湃）", "http://www.kxwhcb.com/n", "转澎湃", null)]
    [InlineData("http://www.kxwhcb.com/n(转 澎湃)", "http://www.kxwhcb.com/n", "转 澎湃", null)]
    [InlineData("https://zh.wikipedia.org/wiki/A_(b) 维基", "https://zh.wikipedia.org/wiki/A_(b)", "维基", null)]
    [InlineData(Panel + " ← tjj.sxxz.gov.cn/t/a.html", Panel, null, "tjj.sxxz.gov.cn/t/a.html")]
    [InlineData(Panel + " ← tjj.sxxz.gov.cn/t/a.html (附件 P.xls)", Panel, "附件 P.xls", "tjj.sxxz.gov.cn/t/a.html")]
    [InlineData("http://a.com/x 某日报 ← 新华网 2023-10-24", "http://a.com/x", "某日报", "新华网 2023-10-24")]
    [InlineData("tjj.sxxz.gov.cn/tjsj", "tjj.sxxz.gov.cn/tjsj", null, null)]
    [InlineData("www.stats.gov.cn", "www.stats.gov.cn", null, null)]
    [InlineData("www.stats.gov.cn:8080/a 公报", "www.stats.gov.cn:8080/a", "公报", null)]
    [InlineData("忻州：推进七大能级同步跃升", null, "忻州：推进七大能级同步跃升", null)]
    [InlineData("《忻州统计年鉴2024》 ← 忻州市统计局", null, "《忻州统计年鉴2024》", "忻州市统计局")]
    [InlineData("国家统计局(http://www.stats.gov.cn)", null, "国家统计局(http://www.stats.gov.cn)", null)]
    [InlineData("2023.08 内部资料", null, "2023.08 内部资料", null)]
    public void A_citation_is_taken_apart(string text, string? address, string? title, string? origin)
    {
        var source = SourceText.Read(text);
        Assert.Equal((text, address, title, origin), (source.Text, source.Address, source.Title, source.Origin));
        Assert.Equal(address ?? text, source.Identity);
    }

    [Theory]
    [InlineData("http://www.sxxz.gov.cn/ggsj/sjfx/202008/t20200806_3549854.shtml", "当期发布", Reliability.Official)]
    [InlineData("tjj.sxxz.gov.cn/x", "", Reliability.Official)]
    [InlineData("https://www.gov.cn/x", "", Reliability.Official)]
    [InlineData("HTTPS://WWW.GOV.CN:443/x", "", Reliability.Official)]
    [InlineData("http://fake.gov.cn.evil.com/x", "", Reliability.Repost)]
    [InlineData("http://notgov.cn/x", "", Reliability.Repost)]
    [InlineData("http://www.gov.cn@evil.com/x", "", Reliability.Repost)]
    [InlineData("http://evil.com\\.gov.cn/x", "", Reliability.Repost)]
    [InlineData("http://evil.com/?u=tjj.gov.cn", "", Reliability.Repost)]
    [InlineData("http://evil.com/政府公报/统计局", "", Reliability.Repost)]
    [InlineData("http://www.sxxz.gov.cn/x", "自媒体转引", Reliability.SelfMedia)]
    [InlineData("http://h5detail.yiyouliao.com/x.html", "初步核算(自媒体转引)", Reliability.SelfMedia)]
    [InlineData("http://cctv.casa/news/6771.html (转载 山西省第七次全国人口普查公报第二号)", "初步汇总", Reliability.OfficialCopy)]
    [InlineData(Panel + " ← tjj.sxxz.gov.cn/tjsj/jdsj/202002/t20200205_3492862_slh.html", "1-12月完成情况(当期发布)", Reliability.OfficialCopy)]
    [InlineData(Panel + " ← tjj.sxxz.gov.cn/tjsj/jdsj/202602/t20260206_4162138.html (附件 P020260206421969139620.xls)", "", Reliability.OfficialCopy)]
    [InlineData("http://a.com/x ← http://tjj.sxxz.gov.cn/y", "", Reliability.OfficialCopy)]
    [InlineData("http://a.com/x ← fake.gov.cn.evil.com/y", "", Reliability.Repost)]
    [InlineData("http://a.com/x ← http://evil.com/www.gov.cn", "", Reliability.Repost)]
    [InlineData("http://a.com/x 转自忻州市人民政府", "", Reliability.OfficialCopy)]
    [InlineData("http://a.com/x (国家统计局山西调查队)", "", Reliability.OfficialCopy)]
    [InlineData("http://a.com/x (山西省财政局)", "", Reliability.OfficialCopy)]
    [InlineData("http://a.com/x 国家发展改革委", "", Reliability.OfficialCopy)]
    [InlineData("http://zixun.shlzdq.top/zixun/56809.html (转新华网2023-10-24)", "", Reliability.Repost)]
    [InlineData("http://www.kxwhcb.com/newsDetail_forward_22795712 (转澎湃)", "", Reliability.Repost)]
    [InlineData("https://www.163.com/dy/article/KKELIN0A05566S53.html", "初步核算", Reliability.Repost)]
    [InlineData("http://dzb.sxgrw.com:8081/sxgrb/20241120/94201.html", "", Reliability.Repost)]
    [InlineData("忻州：推进七大能级同步跃升", "", Reliability.Repost)]
    [InlineData("2023年忻州市国民经济和社会发展统计公报", "", Reliability.OfficialCopy)]
    public void Reliability_follows_from_the_citation_and_the_vintage(string text, string vintage, Reliability expected) =>
        Assert.Equal(expected, SourceText.Read(text).Reliability(VintageText.Read(vintage)));

    [Fact]
    public void A_table_by_host_overrides_the_rule()
    {
        var table = new Dictionary<string, Reliability> { ["www.163.com"] = Reliability.SelfMedia, ["www.gov.cn"] = Reliability.Repost };
        Assert.Equal(Reliability.SelfMedia, SourceText.Read("https://www.163.com/dy/x.html").Reliability(NoVintage, table));
        Assert.Equal(Reliability.Repost, SourceText.Read("https://www.gov.cn/x").Reliability(NoVintage, table));
        Assert.Equal(Reliability.Repost, SourceText.Read("https://m.163.com/dy/x.html").Reliability(NoVintage, table));
    }
}
