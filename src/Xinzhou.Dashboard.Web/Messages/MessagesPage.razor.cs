using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Messages;

/// <summary>通知: what the reader should know of, the newest first.</summary>
public sealed partial class MessagesPage(
    MessageBox box, Caller caller, NavigationManager navigation, Address address, MessageWords words, IStringLocalizer<MessagesPage> text)
{
    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    // Read as text: what is no number is no place in the list, and no failure of the page.
    [SupplyParameterFromQuery(Name = "before")]
    private string? BeforeText { get; set; }

    private long? Before => long.TryParse(BeforeText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The newest message that the reader had before him when he marked all as read.</summary>
    [SupplyParameterFromForm(FormName = "read", Name = "newest")]
    private long? Newest { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private IReadOnlyList<Message> Shown { get; set; } = [];

    /// <summary>The number that the older ones come before; null when there are none.</summary>
    private long? Older { get; set; }

    /// <summary>The role of the reader, which says where he acts.</summary>
    private Role Reader { get; set; }

    private bool UnreadOnly => Show == "unread";

    private Address Address => address;

    private MessageWords Words => words;

    private IStringLocalizer<MessagesPage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        if (await caller.FindAsync() is not { } user)
        {
            return;
        }

        Reader = user.Role;
        var found = await box.ListAsync(user.Id, UnreadOnly, Before);
        Shown = [.. found.Take(MessageBox.PageSize)];
        Older = found.Count > MessageBox.PageSize ? Shown[^1].Id : null;
    }

    private async Task ReadAsync()
    {
        if (Http is null || await caller.FindAsync() is not { } user)
        {
            return;
        }

        if (Newest is { } newest)
        {
            await box.ReadUpToAsync(user.Id, newest, Http.RequestAborted);
        }

        navigation.NavigateTo(address.Here());
    }
}
