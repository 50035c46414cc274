using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Web.Account.OpenSessions;

/// <summary>
/// What a browser calls itself, in a few words: <c>Edge 131 · Windows</c>. It is what its owner knows it by, and no more is kept of what
/// it says; it may say anything.
/// </summary>
public static partial class BrowserName
{
    private const int MaxLength = 40;

    // The first that is named: most call themselves Chrome or Safari as well.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger/", "WeChat"), ("DingTalk/", "DingTalk"), ("QQBrowser/", "QQ Browser"), ("QIHU 360", "360"), ("360SE", "360"),
        ("UCBrowser/", "UC Browser"), ("HuaweiBrowser/", "Huawei Browser"), ("MiuiBrowser/", "MIUI Browser"), ("SamsungBrowser/", "Samsung Internet"),
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("HeadlessChrome/", "Chrome"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Version/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("OpenHarmony", "HarmonyOS"), ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Windows", "Windows"), ("Macintosh", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>The short form of the header User-Agent; empty where it says nothing that is known.</summary>
    public static string Of(string userAgent)
    {
        ArgumentNullException.ThrowIfNull(userAgent);
        var (sign, name) = Browsers.FirstOrDefault(b => userAgent.Contains(b.Sign, StringComparison.Ordinal));
        var browser = name is null ? null : $"{name} {VersionAfter(userAgent, sign)}".Trim();
        var system = Systems.FirstOrDefault(s => userAgent.Contains(s.Sign, StringComparison.Ordinal)).Name;
        var text = string.Join(" · ", new[] { browser, system }.OfType<string>());
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }

    private static string VersionAfter(string userAgent, string sign) =>
        MajorVersion().Match(userAgent, userAgent.IndexOf(sign, StringComparison.Ordinal) + sign.Length) is { Success: true } version ? version.Value : "";

    [GeneratedRegex(@"\G[0-9]{1,4}")]
    private static partial Regex MajorVersion();
}
