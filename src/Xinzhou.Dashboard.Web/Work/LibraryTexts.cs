namespace Xinzhou.Dashboard.Web.Work;

/// <summary>The words that MudBlazor itself says (close, next month, …), to be read through IStringLocalizer.</summary>
public sealed class LibraryTexts;
