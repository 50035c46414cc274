namespace Xinzhou.Dashboard.Browser.Tests.Screenshots;

/// <summary>One picture of a page.</summary>
/// <param name="Path">The page, with its query.</param>
/// <param name="Language">zh or en.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window, in CSS pixels; the picture is as high as the page.</param>
/// <param name="Dark">In dark colours.</param>
/// <param name="Title">What the file is called instead of after the path; null for that.</param>
public sealed record Shot(string Path, string Language, int Width, int Height, bool Dark = false, string? Title = null)
{
    /// <summary>The width of an A4 sheet, in CSS pixels.</summary>
    public const int PaperWidth = 794;

    /// <summary>As it is printed.</summary>
    public bool Paper { get; init; }

    /// <summary>The page's address in the picture's language.</summary>
    public string Address => Language == "zh" ? Path : Path + (Path.Contains('?') ? '&' : '?') + "lang=" + Language;

    /// <summary>The name of the file, without its ending: <c>counties-140902-en</c>, <c>overview-zh-390</c>.</summary>
    public string Name
    {
        get
        {
            string[] parts = Path.Split('?');
            var page = string.Join('-', parts[0].Split('/', StringSplitOptions.RemoveEmptyEntries));
            var filtered = parts.Length > 1 && parts[1].Contains('&') ? "-filtered" : "";
            var size = Paper ? "-print" : Width == 1366 ? "" : $"-{Width}";
            return $"{Title ?? (page.Length == 0 ? "overview" : page)}{filtered}-{Language}{size}{(Dark ? "-dark" : "")}";
        }
    }
}
