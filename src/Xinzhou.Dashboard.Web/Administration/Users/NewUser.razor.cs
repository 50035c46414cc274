using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Account.Requests;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>The dialog that enters a user.</summary>
public sealed partial class NewUser(
    NavigationManager navigation, Drafts drafts, IStringLocalizer<UsersPage> text, IStringLocalizer<AccountFaults> faults)
{
    private const string DraftName = "user/new";

    private UserEdit edit = new();
    private DateTimeOffset? draftOf;
    private AccountFault? fault;
    private string? link;
    private bool isAsked;
    private bool wasOpen;

    /// <summary>Whether it is shown.</summary>
    [Parameter]
    public bool Open { get; set; }

    /// <summary>Raised when it is closed.</summary>
    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    /// <summary>Raised when a user was entered.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnCreated { get; set; }

    private IStringLocalizer<UsersPage> Text => text;

    private IStringLocalizer<AccountFaults> Faults => faults;

    protected override async Task OnParametersSetAsync()
    {
        if (Open && !wasOpen)
        {
            wasOpen = true;
            (edit, fault, link, isAsked, Trouble) = (new(), null, null, false, null);
            if (await drafts.FindAsync<UserEdit>(DraftName) is { } draft)
            {
                (edit, draftOf) = (draft.Value, draft.SavedAt);
            }
        }

        wasOpen = Open;
    }

    private static bool IsOfName(AccountFault fault) => fault is AccountFault.UserNameInvalid or AccountFault.UserNameTaken or AccountFault.UserNameReserved;

    private Task EditAsync(Func<UserEdit, UserEdit> typed)
    {
        var before = edit;
        edit = typed(edit);
        if (fault is { } said && edit.Answers(said, before)) fault = null;
        // Nobody waits for it: what comes of the change comes at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, edit));
        return Task.CompletedTask;
    }

    private async Task DiscardAsync()
    {
        (edit, draftOf, fault) = (new(), null, null);
        await drafts.DropAsync(DraftName);
    }

    private async Task CreateAsync()
    {
        if (await ProvedActorAsync(Right.KeepUsers, "/admin/users") is not { } actor)
        {
            return;
        }

        var answer = await AskAsync<AccountRequests, AccountAnswer>(requests =>
            requests.CreateAsync(actor, edit.UserName ?? "", edit.Draft(), CancellationToken.None));
        fault = answer.Fault;
        if (fault is not null)
        {
            return;
        }

        (link, isAsked) = (answer.Link is { } path ? navigation.BaseUri.TrimEnd('/') + path : null, answer.IsPending);
        draftOf = null;
        await drafts.DropAsync(DraftName);
        await OnCreated.InvokeAsync();
    }

    private Task OpenAsync(bool open) => OpenChanged.InvokeAsync(open);
}
