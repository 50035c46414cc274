namespace Xinzhou.Dashboard.Web.Work;

/// <summary>How typing finds things: every word typed has to occur.</summary>
internal static class SearchWords
{
    /// <summary>Whether something is found.</summary>
    /// <param name="typed">What was typed; nothing finds everything.</param>
    /// <param name="texts">What it is called; null for no such name.</param>
    public static bool Occur(string? typed, params ReadOnlySpan<string?> texts)
    {
        foreach (var word in (typed ?? "").Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries))
        {
            var occurs = false;
            foreach (var text in texts) occurs |= text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
            if (!occurs) return false;
        }

        return true;
    }
}
