namespace SupervisorBot.Tests.Licences;

/// <summary>A NuGet package that comes with the bot.</summary>
/// <param name="Name">Its name, as the lock file writes it.</param>
/// <param name="Version">Its version there.</param>
/// <param name="Licence">The licence as an SPDX expression; null where the package names a file or an address only.</param>
internal sealed record ShippedPackage(string Name, string Version, string? Licence);
