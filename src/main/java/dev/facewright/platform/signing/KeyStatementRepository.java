package dev.facewright.platform.signing;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface KeyStatementRepository extends JpaRepository<KeyStatement, Boolean> {
    /// One change of keys at a time, on whichever node.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from KeyStatement s")
    KeyStatement lock();

    @Query("select s.envelope from KeyStatement s")
    String newest();
}
