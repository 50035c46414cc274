using System.Collections.Frozen;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>
/// What the titles of tasks, the goals of milestones and the scopes of figures say, in English: our translation, which stands beside the Chinese and
/// never in its place. A title that is entered later has none.
/// </summary>
public static class Glosses
{
    private static readonly FrozenDictionary<string, string> English = new Dictionary<string, string>
    {
        ["加快制造业振兴升级"] = "Revive and upgrade manufacturing",
        ["推动能源产业绿色转型"] = "Green transition of the energy industry",
        ["促进文旅康养产业融合发展"] = "Join culture, tourism and wellness",
        ["支持农业“特”“优”发展"] = "Special and superior farming",
        ["推进服务业提质增效"] = "Better and more efficient services",
        ["加快培育数字经济"] = "Foster the digital economy",
        ["“南融”：打造山西中部城市群高质量发展“北引擎”"] = "South: northern engine of the central Shanxi city cluster",
        ["“东进”：对接京津冀协同发展、服务雄安新区建设"] = "East: link with Beijing–Tianjin–Hebei, serve the Xiong’an New Area",
        ["“西引”：推动晋陕蒙能源与生态合作示范区建设"] = "West: demonstration zone of energy and ecology with Shaanxi and Inner Mongolia",
        ["“北联”：加快与晋北城镇圈、长城金三角区域联动发展"] = "North: develop with the northern Shanxi towns and the Great Wall golden triangle",
        ["推动科技攻关和成果转化"] = "Solve key technologies and put results to use",
        ["实施省级创新平台“破零”行动"] = "Found the first provincial innovation platforms",
        ["加大人才引进培育力度，深化省校合作、建强“12大基地”"] = "Attract and train talent; cooperate with universities, strengthen the 12 bases",
        ["实施创新型企业培训计划，构建高质量教育体系"] = "Train innovative enterprises; a high-quality education system",
        ["打造生产生活性价比最优的精品城市"] = "A fine city, the best value to live and work in",
        ["建设秀容新城“一心两核、三轴六片”"] = "Build Xiurong New Town: one centre, two cores, three axes, six quarters",
        ["打造“太忻数谷”数字经济先导区"] = "Taixin Digital Valley, a pilot zone of the digital economy",
        ["推进国资国企、财税金融等重点领域改革"] = "Reform state assets and enterprises, public finance, taxes and banking",
        ["开展国省重大改革试点，落实基础性、标志性改革事项"] = "Pilots of major national and provincial reforms",
        ["培育壮大经营主体，实施“八大倍增工程”"] = "Grow business entities: the eight doubling projects",
        ["优化提升营商环境，建设高标准市场体系"] = "A better business environment, a high-standard market system",
        ["完善市场公共服务配套，融入全国统一大市场"] = "Public services for the market; join the unified national market",
        ["提升本质安全水平，守牢安全底线"] = "Raise intrinsic safety; hold the line of safety",
        ["守牢生态底线"] = "Hold the line of ecology",
        ["守牢稳定底线，以新安全格局保障新发展格局"] = "Hold the line of stability; safeguard development by security",
        ["推动企业复产、产能释放、项目开工"] = "Resume production, release capacity, start projects",
        ["落实产业链“链长制”"] = "Chain chiefs for industry chains",
        ["做大做强特色专业镇"] = "Grow the specialty towns",
        ["实施忻州片区亿元以上重点工程项目"] = "Key projects of over 100 million yuan in the Xinzhou part of the zone",
        ["释放太忻一体化经济区产业集聚优势"] = "Release the advantages of the Taixin economic zone",
        ["提升开发区"] = "Upgrade the development zones",
        ["开展长板招商"] = "Attract investment where the city is strong",
        ["建设“太忻数据流量谷”，布局“一谷七区”"] = "Taixin Data Traffic Valley: one valley, seven zones",
        ["建设交通强市"] = "A city strong in transport",
        ["推进治水兴水"] = "Water control and supply",
        ["抓好安全生产、防汛抗旱"] = "Work safety, flood control and drought relief",
        ["完善贯彻落实情况督查问责机制"] = "Inspection and accountability for implementation",
        ["发挥考核评价“风向标”“指挥棒”作用"] = "Let performance assessment set the direction",
        ["锤炼抓落实的执行力、创造力、督导力"] = "Strengthen execution, creativity and supervision",
        ["在重点领域关键环节取得突破"] = "Breakthroughs in the key links of the key fields",
        ["形成一批重大标志性成果"] = "A number of major landmark outcomes",
        ["为基本实现转型打下决定性基础"] = "A decisive basis for an essentially achieved transition",
        ["基本实现转型"] = "The transition essentially achieved",
        ["到2035年与全国全省同步基本实现社会主义现代化"] = "Socialist modernisation essentially achieved by 2035, together with the nation and the province",
        ["与全国全省同步基本实现社会主义现代化"] = "Socialist modernisation essentially achieved, together with the nation and the province",
        ["不包括开发区"] = "without development zones",
        ["重点监测景区"] = "monitored key scenic areas",
        ["省级重点产业链企业中"] = "among enterprises of provincial key chains",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The gloss of a text on an English page; null on a Chinese one, and for a text that has none.</summary>
    public static string? Of(string text) => Languages.IsEnglish ? English.GetValueOrDefault(text) : null;

    /// <summary>The text, on an English page with its gloss behind it, where only plain text has room.</summary>
    public static string With(string text) => Of(text) is { } gloss ? $"{text} · {gloss}" : text;
}
