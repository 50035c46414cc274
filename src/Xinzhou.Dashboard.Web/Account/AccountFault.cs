namespace Xinzhou.Dashboard.Web.Account;

/// <summary>Why a change to users is refused. <see cref="AccountFaults"/> has the words.</summary>
public enum AccountFault
{
    UserNameInvalid,
    UserNameTaken,

    /// <summary>The log calls the program itself so (<see cref="AccountFaults.IsReserved"/>).</summary>
    UserNameReserved,
    DisplayNameMissing,

    /// <summary>A name has more letters than <see cref="AccountFaults.MaxNameLength"/>.</summary>
    NameTooLong,

    /// <summary>The name has a character that nobody sees, or that turns others around (<see cref="Domain.Text.NameText"/>).</summary>
    DisplayNameHidden,

    EmailInvalid,
    EmailTaken,
    UnknownDepartment,

    /// <summary>A reporter acts for a department.</summary>
    DepartmentMissing,
    UnknownUser,

    /// <summary>Nobody changes his own role or name, or disables himself.</summary>
    Oneself,

    /// <summary>Somebody must be left who can keep users.</summary>
    LastSecurity,

    /// <summary>Personas are not administered.</summary>
    Persona,

    /// <summary>The link is unknown, used or too old.</summary>
    LinkDead,

    /// <summary>The password that is in force was not typed right.</summary>
    PasswordWrong,

    /// <summary>The password was typed in two ways.</summary>
    PasswordsDiffer,
    TooShort,
    TooLong,
    TooUniform,
    ContainsUserName,
    TooCommon,
    TooGuessable,

    /// <summary>It is the password in force, or one of the last ones, which the installation does not take again.</summary>
    UsedBefore,

    /// <summary>He has a passkey, and his role takes a second factor: by his password alone nothing is set up beside it.</summary>
    PasskeyNeeded,

    /// <summary>The code of the second factor is not right.</summary>
    CodeWrong,

    /// <summary>Only of somebody who is disabled personal data are erased.</summary>
    NotDisabled,

    /// <summary>Nor of him before a day has passed in which others can object (<see cref="Domain.Organisation.FourEyes.Wait"/>).</summary>
    DisabledLately,

    /// <summary>The plan, a commitment or an open notice names him: it would not be seen any more that nobody answers for it.</summary>
    StillNamed,

    /// <summary>His personal data were erased; nothing is written over that.</summary>
    Erased,

    /// <summary>Somebody else changed the same at the same time.</summary>
    ChangedMeanwhile,

    /// <summary>Something about him waits for another security administrator already.</summary>
    RequestPending,

    /// <summary>The request waits no more, or its link was fetched.</summary>
    RequestDecided,

    /// <summary>It takes another security administrator than the one who asked, and whom it is about.</summary>
    RequestOwn,
}
