using System.ComponentModel.DataAnnotations;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Privacy;

/// <summary>How much of a customer is shown, from the configuration section <c>Privacy</c>.</summary>
public sealed class PrivacyOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string SectionName = "Privacy";

    /// <summary>
    /// How many of the last digits of a customer's number are shown in chats; 0 shows none. The whole number is never shown, nor any of it logged. What was
    /// masked before a change stays as it was. Default 4; 0 to 4.
    /// </summary>
    [Range(0, MaskedNumber.MostShown)]
    public int CustomerNumberDigits { get; set; } = MaskedNumber.MostShown;
}
