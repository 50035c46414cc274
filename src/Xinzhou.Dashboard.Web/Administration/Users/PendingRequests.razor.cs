using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Account.Requests;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>The requests over accounts: another security administrator consents or refuses, whoever asked takes back or fetches the link.</summary>
public sealed partial class PendingRequests(
    IDbContextFactory<DashboardContext> contexts,
    NavigationManager navigation,
    Toasts toasts,
    IStringLocalizer<PendingRequests> text,
    IStringLocalizer<RoleNames> roles,
    IStringLocalizer<AccountFaults> faults)
{
    private Guid reader;
    private bool isAlone;
    private AccountFault? fault;
    private (int Request, string Person, string Address)? link;

    /// <summary>The requests, the oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<AccountRequest> Requests { get; set; }

    /// <summary>The name of a department.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> DepartmentName { get; set; }

    /// <summary>Raised when something was decided.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    private IStringLocalizer<PendingRequests> Text => text;

    private IStringLocalizer<AccountFaults> Faults => faults;

    protected override async Task OnInitializedAsync()
    {
        if (await ActorAsync(Right.KeepUsers) is not { } user)
        {
            // The page says so.
            Trouble = null;
            return;
        }

        reader = user.Id;
        // A persona is obeyed at once.
        isAlone = await UserRow.FindAsync(contexts, reader, Leaving) is { IsPersona: false }
            && await AccountRequestStore.CountOthersAsync(contexts, reader, Leaving) == 0;
    }

    private async Task ActAsync(Func<AccountRequests, CurrentUser, Task<AccountFault?>> act)
    {
        fault = null;
        if (await ProvedActorAsync(Right.KeepUsers, "/admin/users") is not { } actor)
        {
            return;
        }

        fault = await AskAsync<AccountRequests, AccountFault?>(requests => act(requests, actor));
        if (fault is null)
        {
            toasts.Say(text["Done"]);
        }

        await OnChanged.InvokeAsync();
    }

    private async Task FetchAsync(AccountRequest request)
    {
        fault = null;
        if (await ProvedActorAsync(Right.KeepUsers, "/admin/users") is not { } actor)
        {
            return;
        }

        (var path, fault) = await AskAsync<AccountRequests, (string?, AccountFault?)>(requests => requests.FetchLinkAsync(actor, request.Id, CancellationToken.None));
        // One that was fetched before stays until the page is left, unless there is another: it is shown once.
        link = path is null ? link : (request.Id, request.DisplayName, navigation.BaseUri.TrimEnd('/') + path);
    }

    /// <summary>What is to become of him: the role of a new user, or what changes.</summary>
    private string WordsOf(AccountRequest request)
    {
        var parts = new List<string>();
        if (request.Kind is AccountRequestKind.Create or AccountRequestKind.Change)
        {
            Add(request.Now is { } a ? roles[a.Role.ToString()].Value : null, roles[request.Role.ToString()].Value);
            Add(request.Now is { DepartmentCode: { } before } ? DepartmentName(before) : null, request.DepartmentCode is { } code ? DepartmentName(code) : null);
            Add(request.Now?.Email, request.Email);
        }

        return parts.Count == 0 ? "" : $" · {string.Join(" · ", parts)}";

        void Add(string? held, string? wanted)
        {
            if (request.Kind == AccountRequestKind.Create && wanted is not null)
            {
                parts.Add(wanted);
            }
            else if (request.Kind == AccountRequestKind.Change && held != wanted)
            {
                parts.Add($"{held ?? "—"} → {wanted ?? "—"}");
            }
        }
    }
}
