using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Messages.Preferences;

/// <summary>How the reader wants to be told.</summary>
public sealed partial class PreferencesPanel(
    MessagePreferencesStore store, MessageSettings house, DashboardSettings settings, Caller caller, IStringLocalizer<PreferencesPanel> text)
{
    private PreferencesForm? form;
    private bool isSaved;
    private bool isWrong;

    [SupplyParameterFromForm(FormName = "preferences")]
    private PreferencesForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private IStringLocalizer<PreferencesPanel> Text => text;

    private QuietHours House => house.Quiet;

    private bool IsMailConfigured => settings.Smtp is not null;

    protected override async Task OnInitializedAsync()
    {
        if (await caller.FindAsync() is not { } user) return;
        form = Form ?? PreferencesForm.Of(await store.FindAsync(user.Id, Http!.RequestAborted), House);
    }

    /// <summary>22:00–07:00，非工作日全天.</summary>
    private string InWords(QuietHours quiet)
    {
        string hours = quiet.HasHours ? text["Hours", PreferencesForm.Text(quiet.From), PreferencesForm.Text(quiet.Until)] : text["NoHours"];
        return quiet.DaysOff ? text["HoursAndDays", hours].Value : hours;
    }

    private async Task SaveAsync()
    {
        if (await caller.FindAsync() is not { } user) return;
        if (Form?.Read() is not { } chosen)
        {
            isWrong = true;
            return;
        }

        await store.SaveAsync(chosen, new(user.Id, user.UserName, user.DisplayName, user.Role, user.DepartmentCode), CancellationToken.None);
        form = PreferencesForm.Of(chosen, House);
        isSaved = true;
    }
}
