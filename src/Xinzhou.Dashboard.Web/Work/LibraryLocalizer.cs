using MudBlazor;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>Gives MudBlazor its words from <see cref="LibraryTexts"/>.</summary>
internal sealed class LibraryLocalizer(IStringLocalizer<LibraryTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
