namespace SupervisorBot.Chat.History.Export;

/// <summary>Where Teams wants a file, and how it is shown afterwards.</summary>
/// <param name="Address">Where its bytes go.</param>
/// <param name="ContentUrl">Where it is then.</param>
/// <param name="Name">Its name there.</param>
/// <param name="UniqueId">Its id there.</param>
/// <param name="FileType">Its kind.</param>
internal sealed record UploadPlace(Uri Address, string ContentUrl, string Name, string UniqueId, string FileType);
