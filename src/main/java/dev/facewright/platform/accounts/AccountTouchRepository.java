package dev.facewright.platform.accounts;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// Only ever added to.
interface AccountTouchRepository extends JpaRepository<AccountTouch, UUID> {}
