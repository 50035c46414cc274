using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Account.Confirmation;

namespace Xinzhou.Dashboard.Web.Messages.Calendars;

/// <summary>Makes, renews and ends the token by which the reader's programs are given his deadlines. Its address is shown once.</summary>
public sealed partial class CalendarPanel(
    CalendarTokens tokens, Caller caller, Sessions sessions, NavigationManager navigation, Address address, IStringLocalizer<CalendarPanel> text)
{
    private CurrentUser? user;
    private DateTimeOffset? since;
    private string? link;
    private bool isEnded;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private IStringLocalizer<CalendarPanel> Text => text;

    protected override async Task OnInitializedAsync()
    {
        user = await caller.FindAsync();
        await ReadAsync();
    }

    private async Task ReadAsync() => since = user is null ? null : await tokens.StandsSinceAsync(user.Id, Http!.RequestAborted);

    private async Task CreateAsync()
    {
        if (await caller.FindAsync() is not { } actor) return;
        // The address opens to whoever has it: it takes what a passkey takes.
        if (!await sessions.IsFreshAsync(Http!.User, Http.RequestAborted))
        {
            navigation.NavigateTo(address.To(IdentityConfirmation.Path, (IdentityConfirmation.ReturnName, address.To("/account"))));
            return;
        }

        link = await tokens.CreateAsync(ActorOf(actor), CancellationToken.None) is { } secret ? LinkOf(secret) : null;
        await ReadAsync();
    }

    private async Task EndAsync()
    {
        if (await caller.FindAsync() is not { } actor) return;
        isEnded = await tokens.RevokeAsync(ActorOf(actor), CancellationToken.None);
        await ReadAsync();
    }

    /// <summary>The whole address, in the language of the page.</summary>
    private string LinkOf(string secret)
    {
        var language = Languages.IsEnglish ? $"&{Address.LanguageName}={Languages.English}" : "";
        return navigation.ToAbsoluteUri($"{CalendarEndpoint.Path.TrimStart('/')}?{CalendarEndpoint.TokenName}={secret}{language}").AbsoluteUri;
    }

    private static Actor ActorOf(CurrentUser user) => new(user.Id, user.UserName, user.DisplayName, user.Role, user.DepartmentCode);
}
